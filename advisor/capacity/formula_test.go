package capacity

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// results are the results of a plan by ID, and what it asks for.
func results(t testing.TB, text string) (byID map[string]Result, asked []string) {
	t.Helper()
	p, err := ParsePlan(text)
	require.NoError(t, err)
	list, asked := Results(p)
	byID = map[string]Result{}
	for _, r := range list {
		assert.NotContains(t, byID, r.ID, "twice for %s", text)
		byID[r.ID] = r
	}
	return byID, asked
}

// workedExamples are the guide's own, and those of the sources that go beyond
// it.
var workedExamples = []struct {
	plan, id string
	value    float64
	working  string
	note     string // the right figure, where the source has another
}{
	{"pop-users=100000,pop-checks=2,pop-seconds=15,pop-hours=12", "plan.pop3-sessions", 69.4, "100000 x 2 x 15 / (12 x 3600) = 69.4", ""},
	{"pop-users=100000,pop-peak=5", "plan.pop3-sessions", 347.2, "100000 x 2 x 15 x 5 / (12 x 3600) = 347.2", ""},
	{"imap-users=5000,imap-per-user=2", "plan.imap-channels", 10000, "5000 x 2 = 10000", ""},
	{"webuser-sessions=3000", "plan.webuser", 100, "3000 / 30 = 100", ""},
	{"webuser-sessions=3000,webuser-keepalive=1", "plan.webuser", 3000, "webuser-sessions = 3000", ""},
	{"webuser-sessions=3000,webuser-keepalive=1", "plan.webuser-keepalive", 2900, "3000 - 3000 / 30 = 2900", ""},
	{"webuser-sessions=3000", "plan.webuser-descriptors", 3000, "webuser-sessions = 3000", ""},
	{"sip-per-second=400,sip-cpus=4", "plan.sip", 100, "400 / 4 = 100", ""},
	{"sip-calls=250", "plan.media-sockets", 1000, "4 x 250 = 1000", ""},
	{"pop-users=100000,imap-users=5000,imap-per-user=2,smtp-in=300,smtp-out=200", "plan.connections", 10569.4, "100000 x 2 x 15 x 1 / (12 x 3600) + 5000 x 2 + 300 + 200 = 10569.4", ""},
	{"connections=8192", "plan.descriptors", 16384, "2 x 8192 = 16384", ""},
	{"connections=10947,webuser-sessions=3000", "plan.descriptors", 24894, "2 x 10947 + 3000 = 24894", ""},
	{"pop-users=100000", "plan.descriptors", 139, "2 x 69.444 = 138.889, rounded up to 139", ""},
	{"connections=8192", "plan.server-log", 16384, "2 x 8192 = 16384", ""},
	{"connections=32768", "plan.system-descriptors", 131072, "4 x 32768 = 131072", "two to one"},
	{"connections=8192", "plan.socket-hash", 16384, "connections = 8192; the next power of two above is 16384", ""},
	{"connections=8191", "plan.socket-hash", 8192, "connections = 8191; the next power of two above is 8192", ""},
	{"connections=8192", "plan.os-headroom", 16384, "2 x 8192 = 16384", ""},
	{"connections=8192", "plan.socket-buffers", 1024 << 20, "8192 x 131072 = 1073741824", ""},
	{"connections=512", "plan.mbuf-clusters", 65536, "512 x 131072 x 2 / 2048 = 65536", "32,000"},
	{"connections=8192", "plan.channel-limits", 8192, "connections = 8192", ""},
	{"connections=10947,static-threads=110", "plan.threads", 11057, "10947 + 110 = 11057", ""},
	{"new-per-second=500,stall=2", "plan.accept-queue", 1000, "500 x 2 = 1000", ""},
	{"new-per-second=500,rtt=3", "plan.syn-queue", 1500, "500 x 3 = 1500", ""},
	// Mailers that connect every minute.
	{"closes-per-second=5,time-wait=120", "plan.time-wait", 600, "5 x 120 = 600", "then stay"},
	{"closes-per-second=166.7,time-wait=60", "plan.time-wait", 10002, "166.7 x 60 = 10002", "then stay"},
	{"closes-per-second=1666.6,time-wait=240", "plan.time-wait", 399984, "1666.6 x 240 = 399984", "then stay"},
	// Outgoing connections that use up 3,976, 16,384, 28,232 and 49,152 ports.
	{"outgoing-per-second=33.1,time-wait=120", "plan.outgoing-ports", 3972, "33.1 x 120 = 3972", ""},
	{"outgoing-per-second=136.5,time-wait=120", "plan.outgoing-ports", 16380, "136.5 x 120 = 16380", ""},
	{"outgoing-per-second=470,time-wait=60", "plan.outgoing-ports", 28200, "470 x 60 = 28200", ""},
	{"outgoing-per-second=819.2,time-wait=60", "plan.outgoing-ports", 49152, "819.2 x 60 = 49152", ""},
	// 200 messages wait 1 to 2 s.
	{"queue=200,local-per-second=100", "plan.local-delivery-latency", 2, "200 / 100 = 2", ""},
	{"queue=200,local-per-second=200", "plan.local-delivery-latency", 1, "200 / 200 = 1", ""},
	{"queue=200,processors=10,processor-rate=20", "plan.local-delivery-latency", 1, "200 / (10 x 20) = 1", ""},
	{"processors=10", "plan.local-delivery-rate", 100, "10 x 10 = 100", ""},
	{"local-per-second=105", "plan.storage-processors", 11, "105 / 10 = 10.5, rounded up to 11", ""},
	{"channels=500,channel-kbits=512", "plan.smtp-bandwidth", 256e6, "500 x 512 x 1000 = 256000000", "256"},
	{"dns-per-second=20", "plan.dns-sockets", 100, "20 x 5 = 100", ""},
	{"ram-mb=96,swap-mb=127", "plan.virtual-memory", 223, "127 + 96 = 223", "223"},
	{"ram-mb=100,swap-mb=0", "plan.threads-by-memory", 800, "(0 + 100) x 1024 / 128 = 800", "800 to 1,200"},
	{"ram-mb=100,swap-mb=50", "plan.threads-by-memory", 1200, "(50 + 100) x 1024 / 128 = 1200", "800 to 1,200"},
	{"threads=1000", "plan.thread-memory", 125 << 20, "1000 x 128 x 1024 = 131072000", ""},
	{"threads=4000", "plan.thread-memory", 500 << 20, "4000 x 128 x 1024 = 524288000", ""},
	{"threads=8192", "plan.thread-memory", 1 << 30, "8192 x 128 x 1024 = 1073741824", ""},
	{"bits=32,threads=4000", "plan.threads-32bit", 4000, "threads = 4000", "500 MiB"},
	{"bits=32", "plan.stacks-32bit", 16384, "2097152 / 128 = 16384", ""},
	{"bits=32", "plan.linuxthreads", 1024, "2048 / 2 = 1024", "1,000"},
	{"local-per-second=20", "plan.conservative-info-updates", 20, "local-per-second = 20", ""},
	{"smtp-per-second=60", "plan.plugin-tmpfs", 60, "smtp-per-second = 60", ""},
	{"accounts=10000", "plan.account-subdirectories", 10000, "accounts = 10000", "5,000"},
	{"domains=2000", "plan.domain-subdirectories", 2000, "domains = 2000", ""},
	{"local-per-second=1", "plan.local-delivery", 1, "local-per-second = 1", ""},
	{"smtp-per-second=50", "plan.smtp-dns", 50, "smtp-per-second = 50", ""},
	{"sip-per-second=1,sip-cpus=8", "plan.hyperthreading", 8, "sip-cpus = 8", ""},
	{"domains=3000", "plan.volumes", 3000, "domains = 3000", ""},
	{"bits=32,swap-mb=4096", "plan.swap-32bit", 4 << 30, "4096 x 1048576 = 4294967296", ""},
}

// No formula is without a worked example.
func TestEveryFormulaHasAWorkedExample(t *testing.T) {
	shown := map[string]bool{}
	for _, c := range workedExamples {
		shown[c.id] = true
	}
	for i := range Formulas {
		assert.True(t, shown[Formulas[i].ID], Formulas[i].ID)
	}
}

func TestWorkedExamples(t *testing.T) {
	for _, c := range workedExamples {
		byID, _ := results(t, c.plan)
		r, ok := byID[c.id]
		if !assert.True(t, ok, "%s: no %s", c.plan, c.id) {
			continue
		}
		assert.Equal(t, c.value, r.Value, "%s: %s", c.plan, c.id)
		assert.Equal(t, c.working, r.Working, c.plan)
		assert.Contains(t, r.Note, c.note, c.id)
	}
}

// tuning(7) of FreeBSD: 1,000 connections of 32 KB.
func TestClustersOfTheManual(t *testing.T) {
	n, working, ok := clusters("32768").Eval(vars(t, "connections=1000"))
	require.True(t, ok)
	assert.Equal(t, 32000.0, n)
	assert.Equal(t, "1000 x 32768 x 2 / 2048 = 32000", working)
}

// What is said changes at the guide's thresholds and nowhere else.
func TestThresholds(t *testing.T) {
	for _, c := range []struct{ plan, id, says string }{
		{"accounts=4999", "plan.account-subdirectories", "flat domain directory will do"},
		{"accounts=5000", "plan.account-subdirectories", "Editions 6.1 to 6.4"},
		{"accounts=9999", "plan.account-subdirectories", "Editions 6.1 to 6.4"},
		{"accounts=10000", "plan.account-subdirectories", "Use Account Subdirectories"},
		{"domains=1999", "plan.domain-subdirectories", "will do"},
		{"domains=2000", "plan.domain-subdirectories", "Use Domain Subdirectories"},
		{"local-per-second=1", "plan.local-delivery", "no need"},
		{"local-per-second=1.1", "plan.local-delivery", "still grows, add processors"},
		{"queue=200,local-per-second=9", "plan.local-delivery-latency", "no reason for more"},
		{"queue=201,local-per-second=9", "plan.local-delivery-latency", "only if the queue still grows"},
		{"local-per-second=100,processors=10", "plan.storage-processors", "keep up"},
		{"local-per-second=101,processors=10", "plan.storage-processors", "the queue grows"},
		{"sip-per-second=100", "plan.sip", "100 calls/s and more"},
		{"sip-per-second=101", "plan.sip", "More than the 100 calls/s"},
		{"sip-per-second=200,sip-cpus=2", "plan.sip", "100 calls/s and more"},
		{"smtp-per-second=50", "plan.smtp-dns", "Below"},
		{"smtp-per-second=51", "plan.smtp-dns", "UDP"},
		{"channels=1,channel-kbits=1", "plan.smtp-bandwidth", "larger than 20 KB on average"},
		{"channels=1,channel-kbits=1,message-kb=20", "plan.smtp-bandwidth", "far less"},
		{"channels=1,channel-kbits=1,message-kb=21", "plan.smtp-bandwidth", "no more channels"},
		{"bits=32,threads=4000", "plan.threads-32bit", "Within"},
		{"bits=32,threads=4001", "plan.threads-32bit", "more than 2 GB"},
		{"bits=32,swap-mb=4096", "plan.swap-32bit", "Not more than"},
		{"bits=32,swap-mb=4097", "plan.swap-32bit", "can be spared"},
		{"pop-users=1", "plan.pop3-sessions", "average"},
		{"pop-users=1,pop-peak=2", "plan.pop3-sessions", "busiest moment, by"},
		{"threads=8,ram-mb=1,swap-mb=0", "plan.thread-memory", "They fit"},
		{"threads=9,ram-mb=1,swap-mb=0", "plan.thread-memory", "They exceed"},
	} {
		byID, _ := results(t, c.plan)
		assert.Contains(t, byID[c.id].Meaning, c.says, c.plan)
	}
}

// Some advice is given only where it is due.
func TestSaidOnlyWhereDue(t *testing.T) {
	for _, c := range []struct{ id, silent, said string }{
		{"plan.volumes", "accounts=9999,domains=1999", "accounts=1,domains=2000"},
		{"plan.conservative-info-updates", "local-per-second=1", "local-per-second=2"},
		{"plan.plugin-tmpfs", "smtp-per-second=50", "smtp-per-second=51"},
		{"plan.webuser-keepalive", "webuser-sessions=30", "webuser-sessions=30,webuser-keepalive=1"},
		{"plan.threads-32bit", "threads=9000", "threads=9000,bits=32"},
		{"plan.stacks-32bit", "stack-kb=128,bits=64", "bits=32"},
		{"plan.swap-32bit", "swap-mb=9000,bits=64", "swap-mb=9000,bits=32"},
		{"plan.hyperthreading", "sip-per-second=1", "sip-per-second=1,sip-cpus=8"},
		{"plan.connections", "connections=5", "smtp-in=5"},
		{"plan.threads", "connections=5,threads=6", "connections=5"},
	} {
		silent, _ := results(t, c.silent)
		assert.NotContains(t, silent, c.id, c.silent)
		said, _ := results(t, c.said)
		assert.Contains(t, said, c.id, c.said)
	}
}

// What a formula under way lacks is asked for, and nothing takes its place.
func TestMissingInputsAreAskedFor(t *testing.T) {
	for _, c := range []struct {
		plan, without string
		asked         []string
	}{
		{"closes-per-second=5", "plan.time-wait", []string{"time-wait"}},
		{"time-wait=60", "plan.time-wait", []string{"closes-per-second", "outgoing-per-second"}},
		{"channels=5", "plan.smtp-bandwidth", []string{"channel-kbits", "message-kb"}},
		{"channels=5,channel-kbits=9", "", []string{"message-kb"}},
		{"queue=5", "plan.local-delivery-latency", []string{"local-per-second"}},
		{"pop-checks=9", "plan.pop3-sessions", []string{"pop-users"}},
		{"static-threads=9", "plan.threads", []string{"connections"}},
		{"swap-mb=9", "plan.virtual-memory", []string{"connections", "ram-mb"}},
		{"bits=32", "plan.threads-32bit", []string{"connections", "swap-mb"}},
		{"pop-users=9", "", []string{"webuser-sessions", "ram-mb", "swap-mb"}},
		{"webuser-keepalive=1", "plan.webuser", []string{"webuser-sessions"}},
		// No figure can be divided by nothing.
		{"sip-per-second=9,sip-cpus=0", "plan.sip", []string{"sip-cpus"}},
		{"queue=9,local-per-second=0", "plan.local-delivery-latency", []string{"local-per-second", "processors"}},
		{"ram-mb=9,swap-mb=9,stack-kb=0", "plan.threads-by-memory", []string{"connections", "stack-kb"}},
		{"accounts=9,domains=9", "", []string{}},
	} {
		byID, asked := results(t, c.plan)
		assert.Equal(t, c.asked, asked, c.plan)
		assert.NotContains(t, byID, c.without, c.plan)
	}
}

// Where nothing is under way, every formula asks.
func TestEmptyPlanAsksForEverything(t *testing.T) {
	list, asked := Results(Plan{})
	assert.Equal(t, []Result{}, list)
	for _, key := range []string{"pop-users", "connections", "time-wait", "accounts", "domains", "ram-mb", "queue"} {
		assert.Contains(t, asked, key)
	}
	_, same := results(t, "bits=64")
	assert.Equal(t, asked, same)
}

func TestDefaultsAreSaid(t *testing.T) {
	byID, _ := results(t, "pop-users=9,pop-hours=8,threads=5,dns-per-second=3")
	assert.Equal(t, []string{"pop-checks 2", "pop-seconds 15", "pop-peak 1"}, byID["plan.pop3-sessions"].Defaults)
	assert.Equal(t, []string{"stack-kb 128"}, byID["plan.thread-memory"].Defaults)
	assert.Equal(t, []string{"timeout_s 5"}, byID["plan.dns-sockets"].Defaults)
	assert.Empty(t, byID["plan.descriptors"].Defaults)
}
