package capacity

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSharesAddUpToTheConnections(t *testing.T) {
	cases := map[string][]Share{
		"":                                       nil,
		"closes-per-second=5":                    nil,
		"pop-users=43200,imap-users=10":          {{"pop-users", 30}, {"imap-users", 10}},
		"webuser-sessions=300,smtp-in=5":         {{"webuser-sessions", 10}, {"smtp-in", 5}},
		"imap-users=10,connections=100":          {{"imap-users", 10}, {"connections", 90}},
		"imap-users=10,connections=10":           {{"imap-users", 10}},
		"imap-users=10,connections=7":            {{"connections", 7}},
		"connections=7":                          {{"connections", 7}},
		"imap-users=0,other-connections=3":       {{"other-connections", 3}},
		"webuser-sessions=9,webuser-keepalive=1": {{"webuser-sessions", 9}},
	}
	for text, want := range cases {
		p, err := ParsePlan(text)
		require.NoError(t, err)
		got := p.Shares()
		assert.Equal(t, want, got, text)
		sum := 0.0
		for _, s := range got {
			sum += s.Connections
		}
		assert.InDelta(t, p.Vars()["C"].Value, sum, 1e-6, text)
	}
}
