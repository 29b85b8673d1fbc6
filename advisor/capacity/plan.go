package capacity

import (
	"errors"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Plan is what the reader expects of the server. The zero Plan is no plan.
type Plan struct {
	given map[string]float64 // by Key.Name
}

// ParsePlan reads "key=value,key=value". Blanks around keys and values, and
// empty entries, do not count. The error is one sentence that names the key:
// for an unknown or repeated key, a missing "=" or value, a unit or any other
// text beside the figure, and a figure outside the key's range.
func ParsePlan(text string) (Plan, error) {
	given := map[string]float64{}
	before := ""
	for entry := range strings.SplitSeq(text, ",") {
		entry = strings.TrimSpace(entry)
		if entry == "" {
			continue
		}
		key, value, err := parseEntry(entry, before)
		if err != nil {
			return Plan{}, err
		}
		if _, twice := given[key.Name]; twice {
			return Plan{}, errors.New("plan key " + key.Name + " is given twice")
		}
		given[key.Name] = value
		before = " after " + key.Name
	}
	return Plan{given}, nil
}

// parseEntry reads one entry. before names the key of the entry that stands
// before it: a comma inside a figure leaves its tail as an entry of its own.
func parseEntry(entry, before string) (*Key, float64, error) {
	name, value, found := strings.Cut(entry, "=")
	if !found {
		return nil, 0, errors.New("plan entry " + quote(entry) + before + ` has no "=": write key=value, with figures in plain digits`)
	}
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	key := LookupKey(name)
	if key == nil {
		return nil, 0, errors.New("unknown plan key " + quote(name))
	}
	n, err := key.parse(value)
	return key, n, err
}

// parse reads a value of k.
func (k *Key) parse(text string) (float64, error) {
	if text == "" {
		return 0, errors.New("plan key " + k.Name + " has no value")
	}
	digits := strings.TrimLeft(strings.TrimPrefix(text, "-"), "0123456789.")
	n, err := strconv.ParseFloat(text[:len(text)-len(digits)], 64)
	switch {
	case err != nil && !errors.Is(err, strconv.ErrRange):
		return 0, errors.New("plan key " + k.Name + ": " + quote(text) + " is no number")
	case digits != "":
		return 0, errors.New("plan key " + k.Name + ": " + quote(text) + " is not a plain number" + k.inUnit())
	case k.Only != nil && !slices.Contains(k.Only, n):
		return 0, errors.New("plan key " + k.Name + ": " + quote(text) + " is neither " + Figure(k.Only[0]) + " nor " + Figure(k.Only[1]))
	case n < k.Min || n > k.Max || math.Signbit(n):
		return 0, errors.New("plan key " + k.Name + ": " + quote(text) + " is outside " + Figure(k.Min) + " to " + Figure(k.Max) + k.inUnit())
	}
	return n, nil
}

func (k *Key) inUnit() string {
	if k.Unit == "" {
		return ""
	}
	return " (" + k.Unit + ")"
}

// quote puts user text between quotes, cut to a length that fits a sentence.
func quote(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "..."
	}
	return strconv.Quote(s)
}

// Empty reports whether nothing was given.
func (p Plan) Empty() bool { return len(p.given) == 0 }

// Get returns the value of a key and whether the reader gave it. Without a
// given value it is the key's fixed default, else 0: see [Plan.Vars] for the
// defaults that are computed.
func (p Plan) Get(key string) (value float64, given bool) {
	if n, ok := p.given[key]; ok {
		return n, true
	}
	if k := LookupKey(key); k != nil {
		return k.value, false
	}
	return 0, false
}

// Completed returns the plan with further figures by key, where it gives none of its
// own; an empty plan stays empty. A figure outside its key's range is left out.
func (p Plan) Completed(further map[string]float64) Plan {
	if p.Empty() {
		return p
	}
	given := maps.Clone(p.given)
	for name, n := range further {
		k := LookupKey(name)
		if _, has := given[name]; !has && k != nil && n >= k.Min && n <= k.Max {
			given[name] = n
		}
	}
	return Plan{given}
}

// String writes the plan as ParsePlan reads it, in the order of Keys.
func (p Plan) String() string {
	var entries []string
	for i := range Keys {
		if n, ok := p.given[Keys[i].Name]; ok {
			entries = append(entries, Keys[i].Name+"="+Figure(n))
		}
	}
	return strings.Join(entries, ",")
}

// Figure writes a number in plain digits, with at most three decimals.
func Figure(n float64) string {
	s := strconv.FormatFloat(n, 'f', 3, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}
