module programs/ucfg

go 1.24

require github.com/elastic/go-ucfg v0.8.8

require gopkg.in/yaml.v2 v2.2.8 // indirect
