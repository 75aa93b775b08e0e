pairs p join left_rows e on e.row = p.exposed_row join register r on r.row = p.member_row
  left join first_frequency ef on ef.name = first_token(e.first_names)
  left join postcode_frequency pf on pf.postcode = r.postcode
  left join contract_frequency cf on cf.contract_hash = hash(r.contract)
