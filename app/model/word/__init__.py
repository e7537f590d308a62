"""A Word text on its way to a procedure: what was read, what each line becomes, and the result.

`outline` is what the file holds, `proposal` what its lines become, `proposal_correcting` how that
is
changed, `procedure_building` the procedure that comes of it. All of it pure.
"""
