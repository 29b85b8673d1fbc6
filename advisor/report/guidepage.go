package report

import (
	"strings"

	"headroom/advisor/rule"
)

// GuidePage is the address of a rule's card, relative to the start page. The
// rules of an operating system stand on its page, the general ones on that of
// their topic. It is empty for a rule that stands nowhere.
func GuidePage(ru *rule.Rule) string {
	page := ru.OS
	if topic, general := strings.CutPrefix(ru.ID, "plan."); general {
		page = topicOf(topic)
	}
	if page == "" {
		return ""
	}
	return "guide/" + page + ".html#" + ru.ID
}

// topics are the pages of the general rules, with the rules that stand there.
var topics = []struct{ page, rules string }{
	{"large-domains", "account-subdirectories domain-subdirectories volumes"},
	{"local-delivery", "local-delivery local-delivery-latency storage-processors conservative-info-updates"},
	{"concurrent-clients", "pop3-sessions imap-channels channel-limits webuser webuser-keepalive sip"},
	{"system-tuning", "descriptors system-descriptors socket-hash os-headroom"},
	{"time-wait", "time-wait"},
	{"smt", "hyperthreading"},
	{"smtp-delivery", "smtp-dns smtp-bandwidth plugin-tmpfs"},
	{"resources", "thread-memory threads-32bit swap-32bit webuser-descriptors server-log"},
}

func topicOf(rule string) string {
	for _, t := range topics {
		for name := range strings.FieldsSeq(t.rules) {
			if name == rule {
				return t.page
			}
		}
	}
	return ""
}
