module programs/tcp

go 1.26.0
