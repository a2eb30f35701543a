package main

import "testing"

func TestQuantity(t *testing.T) {
	for text, want := range map[string]amount{
		"1.5Gi":                 {Canonical: "1536Mi", Milli: "1610612736000"},
		"0.1":                   {Canonical: "100m", Milli: "100"},
		"1024Mi":                {Canonical: "1Gi", Milli: "1073741824000"},
		"1e3":                   {Canonical: "1e3", Milli: "1000000"},
		"1n":                    {Canonical: "1n", Milli: "1"},
		"-1.5":                  {Canonical: "-1500m", Milli: "-1500"},
		"1e-1000":               {Canonical: "1e-9", Milli: "1"},
		"16Ei":                  {Canonical: "9223372036854775807", Milli: "9223372036854775807000"},
		"100000000000000000000": {Canonical: "100E", Milli: "100000000000000000000000"},
	} {
		if got := ask[amount](t, "quantity", map[string]any{"text": text}); got != want {
			t.Errorf("%s: got %+v, want %+v", text, got, want)
		}
	}
	for _, text := range []string{"", "x", "1 Gi", "1gi", "--1", "1e2147483647", "1e-2147483647"} {
		if got := ask[amount](t, "quantity", map[string]any{"text": text}); got.Error == "" {
			t.Errorf("%q: %+v", text, got)
		}
	}
	all := ask[struct{ Quantities []amount }](t, "quantities", map[string]any{"texts": []string{"1k", "?"}}).Quantities
	if len(all) != 2 || all[0].Canonical != "1k" || all[1].Error == "" {
		t.Errorf("%+v", all)
	}
}
