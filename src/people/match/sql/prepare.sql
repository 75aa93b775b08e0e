-- Numbers borne by more people than a family has are fillers: never a key (field notes: fictitious NIRs are shared).
create table shared_nid as
select nid from register where nid is not null group by nid having count(*) > $sharedIdentifierLimit;
-- An identifier without a key names one person when hardly any two rows of the register share one.
create table identifier_of_one as
select coalesce(bool_and(nid_class in (0, 6)), false)
  and coalesce(1 - count(distinct nid) / nullif(count(nid), 0)::double, 1) <= $householdIdentifierShare as holds
from register;
-- Grouped by hash: a text a group would be most of the memory.
create table shared_member_number as
select hash(member_number) as number_hash from register where member_number is not null
group by 1 having count(*) > $sharedIdentifierLimit;

create table own_insurer as $ownInsurers;
-- Another insurer's number, seen often enough not to be a typing error of ours.
create table other_insurer as
select insurer from exposed where insurer is not null and insurer not in (from own_insurer)
group by insurer having count(*) >= $knownInsurerRows;
create macro is_in_scope(a) as
  (select count(*) from own_insurer) = 0 or a is null or a not in (from other_insurer);

-- A view: the list is read again where reading left it, which costs less than to write it once more.
create view scoped as
select e.row, e.seen,
  case when e.nid_class = 4 or s.nid is not null then null else e.nid end as nid,
  case when s.nid is not null then 4 else e.nid_class end as nid_class,
  e.birth, e.rank, e.sex, e.surname, e.usage_name, e.first_names,
  case when m.number_hash is not null then null else e.member_number end as member_number,
  e.contract, e.insurer, e.email, e.postcode, e.city, e.street
from exposed e
left join shared_nid s on s.nid = e.nid
left join shared_member_number m on m.number_hash = hash(e.member_number)
where is_in_scope(e.insurer);

-- What an agreement is worth: rarer in the register, worth more.
create table surname_frequency as
select name, count(*) as n from (
  select surname as name from register union all
  select usage_name from register where usage_name is distinct from surname
) where name is not null group by name;
create table first_frequency as
select first_token(first_names) as name, count(*) as n from register where first_names is not null group by 1;
create table birth_frequency as
select birth, count(*) as n from register where birth is not null group by 1;
