pairs p join scoped e on e.row = p.exposed_row join register r on r.row = p.member_row
