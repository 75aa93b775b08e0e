-- The pairs that an identifier and a date make: most rows end here.
scoped e join register r on r.nid = e.nid and r.birth = e.birth
