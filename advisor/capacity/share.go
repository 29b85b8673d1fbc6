package capacity

// A Share is what one protocol adds to the connections open at once.
type Share struct {
	Key         string // the plan key it comes from: "pop-users"
	Connections float64
}

// Shares returns what each protocol that the plan names adds to its
// connections, in the order of Keys. Where the plan gives the connections
// themselves, what the protocols leave of them has the key "connections"; and
// where they leave less than nothing, that sum stands alone.
func (p Plan) Shares() []Share {
	v := p.Vars()
	var shares []Share
	sum := 0.0
	for _, t := range protocols {
		if n := parse(t.connections(v)).value(v); given(t.key)(v) && n > 0 {
			shares = append(shares, Share{t.key, n})
			sum += n
		}
	}
	total, stated := p.given["connections"]
	switch {
	case stated && total < sum:
		return []Share{{"connections", total}}
	case stated && total > sum:
		return append(shares, Share{"connections", total - sum})
	}
	return shares
}
