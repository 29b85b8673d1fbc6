package dump

import "strings"

// A bsdSet is a set of the systems whose sysctl shares the roots kern, hw, vm,
// vfs and net.inet.
type bsdSet uint8

const (
	inFreeBSD bsdSet = 1 << iota
	inMacOS
	inOpenBSD
	inNetBSD
	bsdSets // how many sets there are
)

// bsdSystems are the members of a set in the order of its bits.
var bsdSystems = [...]string{FreeBSD, MacOS, OpenBSD, NetBSD}

// bsdKeys say which of these systems have a name, or all names that go on from
// it at a dot or an underscore. Names that all of them have are not here. They
// are from the sources of the kernels and the manual pages sysctl(3), sysctl(7)
// and loader(8).
var bsdKeys = table[bsdSet]{rows: []row[bsdSet]{
	{`compat.ia32. compat.linux. compat.linux32. debug.acpi. debug.debugger_on_panic debug.kdb. debug.mddebug debug.minidump debug.trace_all_panics debug.trace_on_panic
		debug.vn_io_fault_enable debug.witness. dev.acpi. dev.cpu. dev.em. dev.igb. dev.ix. dev.pci. hw.apic. hw.ata. hw.attansic hw.availpages hw.bce. hw.bus. hw.busdma.
		hw.ciss. hw.clflush_disable hw.cxgbe. hw.dmar. hw.dri. hw.em. hw.est. hw.floatingpoint hw.hptrr. hw.ibrs_ hw.igb. hw.instruction_sse hw.intr_storm_threshold hw.intrcnt
		hw.intrnames hw.ix. hw.ixl. hw.kbd. hw.lazy_fpu_switch hw.mca. hw.mds_ hw.mfi. hw.midi. hw.mmc. hw.mpr. hw.mps. hw.mxge. hw.nvme. hw.pagesizes hw.pci. hw.psm. hw.re.
		hw.realmem hw.sdhci. hw.snd. hw.syscons. hw.usb. hw.vga. hw.vmd. hw.vmm. hw.vtnet. hw.x2apic_enable jail. kern.always_console_output kern.bootfile kern.boottrace.
		kern.cam. kern.compiler_version kern.conftxt kern.consmute kern.console kern.coredump_ kern.devstat. kern.dfldsiz kern.dflssiz kern.disks kern.elf32. kern.elf64.
		kern.epoch. kern.evdev. kern.eventtimer. kern.fallback_elf_brand kern.features. kern.geom. kern.hostuuid kern.hwpmc. kern.hz kern.ident kern.init_path
		kern.init_shutdown_timeout kern.ipc.aio. kern.ipc.max_datalen kern.ipc.max_hdr kern.ipc.max_linkhdr kern.ipc.max_protohdr kern.ipc.maxmbufmem kern.ipc.maxpipekva
		kern.ipc.maxsockets kern.ipc.nmbjumbo kern.ipc.nmbjumbo16 kern.ipc.nmbjumbo9 kern.ipc.nmbjumbop kern.ipc.nmbufs kern.ipc.nsfbufs kern.ipc.numopensockets kern.ipc.pipekva
		kern.ipc.semopm kern.ipc.shm_allow_removed kern.ipc.shmall kern.ipc.soacceptqueue kern.ipc.tls. kern.kq_calloutmax kern.lastpid kern.log_ kern.maxbcache kern.maxdsiz
		kern.maxssiz kern.maxswzone kern.maxtsiz kern.maxusers kern.minvnodes kern.module_path kern.msgbuf_ kern.nswbuf kern.openfiles kern.panic_reboot_wait_time kern.pid_max
		kern.ps_arg_cache_limit kern.ps_strings kern.racct. kern.randompid kern.sched.interact kern.sched.preempt_thresh kern.sched.slice kern.sched.steal_ kern.sgrowsiz
		kern.shutdown. kern.smp. kern.supported_archs kern.sync_on_panic kern.threads. kern.vm_guest kern.vm_pmap_ kern.vt. kern.vty kstat.zfs. machdep.acpi_root
		machdep.adjkerntz machdep.bootmethod machdep.cpu_idle_hlt machdep.disable_mtrrs machdep.disable_rtc_set machdep.efi_map machdep.enable_panic_key machdep.guessed_bootdev
		machdep.hwpstate_ machdep.hyperthreading_allowed machdep.idle machdep.idle_available machdep.max_ldt_segment machdep.panic_on_nmi machdep.smap
		machdep.syscall_ret_l1d_flush machdep.uprintf_signal machdep.wall_cmos_clock net.accf. net.add_addr_allfibs net.bpf.optimize_writers net.fibs net.graph.
		net.inet.carp.senderr_demotion_factor net.inet.icmp.icmplim_output net.inet.icmp.reply_ net.inet.ip.fastforwarding net.inet.ip.intr_queue_maxlen
		net.inet.ip.portrange.randomcps net.inet.ip.portrange.randomized net.inet.ip.portrange.randomtime net.inet.ip.portrange.reservedhigh net.inet.ip.portrange.reservedlow
		net.inet.ip.same_prefix_carp_only net.inet.ip.stealth net.inet.rss. net.inet.sctp. net.inet.tcp.abc_l_var net.inet.tcp.bb. net.inet.tcp.cc.
		net.inet.tcp.fast_finwait2_recycle net.inet.tcp.fastopen. net.inet.tcp.finwait2_timeout net.inet.tcp.functions_ net.inet.tcp.hostcache. net.inet.tcp.hpts.
		net.inet.tcp.inflight. net.inet.tcp.initcwnd_segments net.inet.tcp.insecure_ net.inet.tcp.isn_reseed_interval net.inet.tcp.maxtcptw net.inet.tcp.nolocaltimewait
		net.inet.tcp.per_cpu_timers net.inet.tcp.rack. net.inet.tcp.reass.maxsegments net.inet.tcp.rexmit_ net.inet.tcp.rfc6675_pipe net.inet.tcp.soreceive_stream
		net.inet.tcp.syncache. net.inet.tcp.syncookies net.inet.tcp.syncookies_only net.inet.tcp.tolerate_missing_ts net.isr. net.link.epair. net.link.ether.ipfw net.link.gif.
		net.link.ifqmaxlen net.link.lagg. net.link.log_ net.link.tap. net.link.tun. net.link.vlan. net.my_fibnum net.pf. net.pfsync. net.route.algo. net.route.netisr_maxqlen
		net.wlan. p1003_1b. security.bsd. security.jail. vfs.aio. vfs.cache. vfs.freevnodes vfs.hibufspace vfs.hirunningspace vfs.lobufspace vfs.lorunningspace vfs.maxbufspace
		vfs.nfsd. vfs.nfsrv. vfs.numvnodes vfs.read_max vfs.root. vfs.ufs. vfs.unmapped_buf_allowed vfs.usermount vfs.vmiodirenable vfs.wantfreevnodes vfs.write_behind vfs.zfs.
		vm.defer_swapspace_pageouts vm.disable_swapspace_pageouts vm.domain. vm.idlezero_ vm.kmem_ vm.kvm_ vm.max_wired vm.ndomains vm.nswapdev vm.overcommit vm.phys_ vm.pmap.
		vm.reserv. vm.stats. vm.swap_async_max vm.swap_enabled vm.swap_idle_ vm.swap_reserved vm.swap_total vm.uma. vm.v_ vm.vmtotal vm.zone`, inFreeBSD},
	{`debug.batman debug.darkwake debug.iokit debug.kextlog debug.lowpri_ hw.activecpu hw.busfrequency hw.busfrequency_max hw.busfrequency_min hw.cacheconfig hw.cachelinesize
		hw.cachesize hw.cpu64bit_capable hw.cpufamily hw.cpufrequency hw.cpufrequency_max hw.cpufrequency_min hw.cpusubfamily hw.cpusubtype hw.cputhreadtype hw.cputype
		hw.ephemeral_storage hw.epoch hw.features. hw.l1dcachesize hw.l1icachesize hw.l2cachesize hw.l2settings hw.l3cachesize hw.l3settings hw.logicalcpu hw.logicalcpu_max
		hw.memsize hw.memsize_usable hw.nperflevels hw.optional. hw.osenvironment hw.packages hw.pagesize32 hw.perflevel0. hw.perflevel1. hw.physicalcpu hw.physicalcpu_max
		hw.target hw.targettype hw.tbfrequency hw.use_ hw.vectorunit iogpu. kern.affinity_sets_ kern.aiomax kern.aioprocmax kern.aiothreads kern.bootargs kern.bootsessionuuid
		kern.bootsignature kern.check_openevt kern.delayterm kern.exec. kern.filesetuuid kern.flush_cache_on_write kern.hibernatecount kern.hibernatefile
		kern.hibernategraphicsready kern.hibernatemode kern.hv. kern.hv_ kern.iossupportversion kern.ipc.extbkidletime kern.ipc.io_policy. kern.ipc.mb_ kern.ipc.mleak_
		kern.ipc.njcl kern.ipc.njclbytes kern.ipc.sbmb_ kern.ipc.sodefunct_calls kern.ipc.soqlencomp kern.ipc.soqlimitcompat kern.ipc.sorestrictsend kern.ipc.sosend
		kern.ipc.sotcdb kern.ipc.throttle_best_effort kern.jetsam_ kern.kdbg. kern.kernelcacheuuid kern.memorystatus kern.memorystatus_ kern.minimalboot kern.monotonic.
		kern.namecache_disabled kern.netboot kern.nisdomainname kern.num_files kern.num_recycledvnodes kern.num_tasks kern.num_taskthreads kern.num_threads kern.num_vnodes
		kern.osproductversion kern.osproductversioncompat kern.osreleasetype kern.preheat_ kern.procname kern.rage_vnode kern.safeboot kern.secure_kernel kern.shreg_private
		kern.singleuser kern.skywalk. kern.sleeptime kern.slide kern.speculative_ kern.sugid_scripts kern.system_version_compat kern.sysv. kern.tfp. kern.threadname kern.timer.
		kern.timer_ kern.tty.ptmx_max kern.usrstack64 kern.uuid kern.vm_max_ kern.vm_page_ kern.wakereason kern.waketime kern.willshutdown kern.wq_ kern.zleak. machdep.cpu.
		machdep.eager_timer_evaluations machdep.memmap. machdep.misc. machdep.pmap. machdep.ptrauth_enabled machdep.time_since_reset machdep.tsc. machdep.user_idle_level
		machdep.vectors. machdep.virtual_address_size machdep.wake_abstime machdep.x86_fp_simd_isr_uses machdep.xcpm. net.alf. net.cfil. net.classq. net.inet.ip.linklocal.
		net.inet.mptcp. net.inet.tcp.autorcvbufmax net.inet.tcp.autosndbufmax net.inet.tcp.background_sockets net.inet.tcp.cubic_ net.inet.tcp.disable_tcp_heuristics
		net.inet.tcp.doautorcvbuf net.inet.tcp.doautosndbuf net.inet.tcp.ecn_initiate_out net.inet.tcp.ecn_negotiate_in net.inet.tcp.fastopen_backlog net.inet.tcp.newreno_sockets
		net.inet.tcp.recvbg net.inet.tcp.rtt_min net.inet.tcp.slowlink_wsize net.inet.tcp.win_scale_factor net.link.fake. net.link.generic.system.dlil_
		net.link.generic.system.rxpoll net.link.iptap. net.link.pktap. net.necp. net.netagent. net.pktsched. net.qos. net.smb. net.soflow. net.statistics net.stats. net.systm.
		net.utun. security.codesign. security.mac.amfi. security.mac.asp. security.mac.qtn. security.mac.sandbox. security.mac.vnode_enforce vfs.generic.always_do_fullfsync
		vfs.generic.apfs. vfs.generic.hfs. vfs.generic.nfs. vfs.generic.root_unmounted_cleanly vfs.generic.sync_timeout vfs.nummntops vm.compressor. vm.compressor_
		vm.corpse_footprint_ vm.cs_ vm.darkwake_mode vm.global_ vm.lz4_ vm.memory_pressure vm.page_cleaned_count vm.page_free_ vm.page_pageable_ vm.page_purgeable_
		vm.page_reusable_count vm.page_speculative_count vm.pages vm.pagesize vm.purgeable_ vm.reusable_ vm.shared_region_ vm.swapfileprefix vm.swapusage vm.user_wire_limit
		vm.vm_copy_ vm.vm_do_collapse_ vm.vm_page_ vm.wk_ vm.wkh_ vm.wks_`, inMacOS},
	{`ddb.console ddb.max_line ddb.max_width ddb.panic ddb.profile ddb.trigger fs.posix. hw.allowpowerdown hw.battery. hw.blockcpu hw.cpusensors. hw.cpuspeed hw.diskcount
		hw.ncpufound hw.perfpolicy hw.power hw.product hw.sensors. hw.serialno hw.setperf hw.smt hw.ucomnames hw.usbpower hw.uuid hw.vendor hw.version kern.allowdt kern.allowkmem
		kern.audio. kern.autoconf_serial kern.bufcachepercent kern.cpustats kern.dnsjackport kern.emul. kern.forkstat. kern.global_ptrace kern.intrcnt. kern.malloc.
		kern.maxclusters kern.maxlocksperuid kern.maxthread kern.nchstats. kern.netlivelocks kern.nfiles kern.nosuidcoredump kern.nprocs kern.nselcoll kern.nthreads
		kern.numvnodes kern.pfstatus kern.pool_debug kern.random kern.rthreads kern.seminfo. kern.shminfo. kern.somaxconn kern.sominconn kern.splassert kern.stackgap_random
		kern.timeout_stats kern.tty.maxptys kern.tty.nptys kern.tty.tk_cancc kern.tty.tk_nin kern.tty.tk_nout kern.tty.tk_rawcc kern.ttycount kern.usermount kern.utc_offset
		kern.video. kern.watchdog. kern.witness. kern.wxabort machdep.allowaperture machdep.apmhalt machdep.apmwarn machdep.cpufeature machdep.cpuid machdep.cpuvendor
		machdep.forceukbd machdep.invarianttsc machdep.kbdreset machdep.lidaction machdep.lidsuspend machdep.pwraction machdep.retpoline machdep.tscfreq machdep.userldt
		machdep.xcrypt net.inet.ah.enable net.inet.esp.enable net.inet.esp.udpencap net.inet.etherip. net.inet.gre. net.inet.ip.arpdown net.inet.ip.arpqueued
		net.inet.ip.arptimeout net.inet.ip.encdebug net.inet.ip.ipsec net.inet.ip.ipsec-expire-acquire net.inet.ip.maxqueue net.inet.ip.mforwarding net.inet.ip.multipath
		net.inet.ip.portfirst net.inet.ip.porthifirst net.inet.ip.porthilast net.inet.ip.portlast net.inet.ipcomp.enable net.inet.ipip. net.inet.mobileip. net.inet.tcp.ackonpush
		net.inet.tcp.baddynamic net.inet.tcp.keepinittime net.inet.tcp.reasslimit net.inet.tcp.rootonly net.inet.tcp.sackholelimit net.inet.tcp.synbucketlimit
		net.inet.tcp.syncachelimit net.inet.tcp.synhashsize net.inet.tcp.synuselimit net.inet.udp.baddynamic net.inet.udp.rootonly net.pflow. net.pipex. vfs.ffs.max_softdeps
		vfs.ffs.sd_ vfs.fuse. vfs.mounts. vm.malloc_conf vm.psstrings vm.swapencrypt. vm.vnodemin vm.vtextmin`, inOpenBSD},
	{`emul. hw.acpi.sleep. hw.acpi.supported_states hw.alignbytes hw.cnmagic hw.iostatnames hw.physmem64 hw.usermem64 kern.aio_listio_max kern.bufq. kern.buildinfo
		kern.configname kern.coredump.setid. kern.cp_id kern.defcorename kern.detachall kern.drivers kern.dump_on_panic kern.expose_address kern.file2 kern.forkfsleep
		kern.hardclock_ticks kern.hist. kern.ipc.shmmaxpgs kern.ipc.sysvmsg kern.ipc.sysvsem kern.ipc.sysvshm kern.labeloffset kern.labelsector kern.login_name_max
		kern.mapped_files kern.maxlwp kern.maxptys kern.mbuf. kern.memlock kern.memlock_range kern.memory_protection kern.module. kern.monotonic_clock kern.mqueue.
		kern.no_sa_support kern.pipe. kern.posix.semmax kern.posix_ kern.pset. kern.root_device kern.root_partition kern.rtc_offset kern.sbmax kern.sched.cacheht_time
		kern.sched.kpreempt_pri kern.sched.rtts kern.sched.upreempt_pri kern.somaxkva kern.sooptions kern.synchronized_io kern.tkstat. kern.tty.qsize kern.urandom
		kern.user_va0_disable kern.veriexec. kern.xc. machdep.biosbasemem machdep.biosextmem machdep.booted_kernel machdep.cpu_brand machdep.diskinfo machdep.dmi. machdep.est.
		machdep.fpu_present machdep.powernow. machdep.xen. net.bluetooth. net.ieee80211. net.inet.arp. net.inet.dccp. net.inet.ip.allowsrcrt net.inet.ip.anonportalgo.
		net.inet.ip.anonportmax net.inet.ip.anonportmin net.inet.ip.checkinterface net.inet.ip.dad_count net.inet.ip.do_loopback_cksum net.inet.ip.hostzerobroadcast
		net.inet.ip.lowportmax net.inet.ip.lowportmin net.inet.ppp net.inet.tcp.abc. net.inet.tcp.compat_42 net.inet.tcp.congctl. net.inet.tcp.cwm net.inet.tcp.cwm_burstsize
		net.inet.tcp.do_loopback_cksum net.inet.tcp.init_win net.inet.tcp.init_win_local net.inet.tcp.iss_hash net.inet.tcp.log_refused net.inet.tcp.mslt. net.inet.tcp.mss_ifmtu
		net.inet.tcp.recvbuf. net.inet.tcp.sendbuf. net.inet.tcp.syn_bucket_limit net.inet.tcp.syn_cache_limit net.inet.tcp.timestamps net.inet.tcp.vtw. net.inet.tcp.win_scale
		net.key.acq_exp_lifetime net.sdl_doladdr proc. security.curtain security.models. security.pax. vfs.generic.magiclinks vfs.generic.timestamp_precision vfs.puffs. vfs.sync.
		vfs.wapbl. vm.anonmax vm.bufcache vm.bufmem vm.bufmem_hiwater vm.bufmem_lowater vm.execmax vm.execmin vm.filemax vm.filemin vm.guard_size vm.idlezero vm.inactivepct
		vm.maxaddress vm.minaddress vm.proc. vm.thread_guard_size vm.user_va0_disable`, inNetBSD},
	{`kern.coredump kern.corefile kern.dtrace. kern.ipc.maxsockbuf kern.ipc.nmbclusters kern.ipc.sockbuf_waste_factor kern.ipc.somaxconn kern.maxfilesperproc kern.maxnbuf
		kern.maxprocperuid kern.nbuf kern.sugid_coredump kern.usrstack net.inet.icmp.drop_redirect net.inet.icmp.icmplim net.inet.icmp.log_redirect net.inet.igmp.
		net.inet.ip.accept_sourceroute net.inet.ip.check_interface net.inet.ip.dummynet. net.inet.ip.fw. net.inet.ip.maxfragsperpacket net.inet.ip.mcast. net.inet.ip.portrange.
		net.inet.ip.rtexpire net.inet.ip.rtmaxcache net.inet.ip.rtminexpire net.inet.ip.sendsourcequench net.inet.raw. net.inet.tcp.blackhole net.inet.tcp.delayed_ack
		net.inet.tcp.do_tcpdrain net.inet.tcp.drop_synfin net.inet.tcp.icmp_may_rst net.inet.tcp.local_slowstart_flightsize net.inet.tcp.log_in_vain
		net.inet.tcp.path_mtu_discovery net.inet.tcp.pcbcount net.inet.tcp.rfc1644 net.inet.tcp.slowstart_flightsize net.inet.tcp.tcbhashsize net.inet.tcp.tso
		net.inet.tcp.v6mssdflt net.inet.udp.blackhole net.inet.udp.log_in_vain net.inet.udp.maxdgram net.inet6.ip6.mcast. net.inet6.mld. net.link.bridge. net.link.ether.inet.
		net.link.generic. security.mac.`, inFreeBSD | inMacOS},
	{`hw.acpi. hw.ath. hw.bge. hw.machine_arch kern.iov_max kern.ipc.msgmni kern.ipc.msgseg kern.ipc.semmni kern.ipc.semmns kern.ipc.semmnu kern.ipc.shm kern.ipc.shm_use_phys
		kern.ipc.shmmax kern.ipc.shmmni kern.ipc.shmseg kern.logsigexit kern.osreldate kern.sched. net.inet.accf. net.inet.tcp.recvbuf_ net.inet.tcp.sendbuf_`, inFreeBSD | inNetBSD},
	{`kern.ccpu kern.fscale kern.msgbufsize kern.timecounter. net.bpf. net.inet.carp. vfs.ffs.`, inFreeBSD | inOpenBSD | inNetBSD},
	{`net.inet.ip.maxfragpackets net.inet.ip.random_id net.inet.tcp.keepinit net.inet.tcp.minmss net.inet.tcp.msl net.inet.tcp.recvspace net.inet.tcp.sendspace net.local.`, inFreeBSD | inMacOS | inNetBSD},
	{`hw.disknames hw.ncpuonline kern.consdev kern.fsync kern.maxpartitions kern.rawpartition kern.sysvmsg kern.sysvsem kern.sysvshm kern.usercrypto machdep.console_device
		machdep.osfxsr net.inet.icmp.errppslimit net.inet.icmp.rediraccept net.inet.icmp.redirtimeout net.inet.ip.directed-broadcast net.inet.ip.ifq. net.inet.ip.mtudisc
		net.inet.ip.mtudisctimeout net.inet.tcp.ack_on_push net.inet.tcp.rstppslimit net.inet.tcp.slowhz net.mpls. vm.anonmin vm.maxslp vm.nkmempages vm.uspace`, inOpenBSD | inNetBSD},
}}

// bsdSetOf is the set of systems that have a name, 0 where the name does not
// tell.
func bsdSetOf(key string) bsdSet {
	if in, ok := bsdKeys.get(key); ok {
		return in
	}
	for i := len(key) - 2; i > 2; i-- {
		if key[i] == '.' || key[i] == '_' {
			if in, ok := bsdKeys.get(key[:i+1]); ok {
				return in
			}
		}
	}
	return 0
}

// tellBSD notes that a line fits the systems of the set.
func (p *page) tellBSD(l *line, in bsdSet) {
	if at := &p.facts.bsd[in]; at.line == 0 {
		*at = place{p.file, l.n}
	}
}

// tellForm notes what the form of a line tells, where the name is one of BSD:
// "key: value" is printed by FreeBSD and macOS, "key = value" by NetBSD and old
// releases of macOS. All of them print "key: old -> new", and files have other
// forms.
func (p *page) tellForm(l *line, key, rest string, tight bool) {
	if p.facts.linuxKeys || p.facts.said != nil || tight || p.sets || !bsdRoot(key) || strings.Contains(rest, "->") {
		return
	}
	if rest[0] == ':' {
		p.tellBSD(l, inFreeBSD|inMacOS)
	} else if p.path == "" {
		p.tell(l, "key = value of BSD")
	}
}

func bsdRoot(key string) bool {
	return strings.HasPrefix(key, "kern.") || strings.HasPrefix(key, "hw.") || strings.HasPrefix(key, "net.inet") || strings.HasPrefix(key, "machdep.") || strings.HasPrefix(key, "vfs.")
}

// neverTight reports whether the name is one of systems that print blanks
// around the sign, so that without them it stands in a file.
func neverTight(key string) bool {
	in := bsdSetOf(key)
	return in != 0 && in&inOpenBSD == 0
}

// noSuchKey reports whether the value is a message of the sysctl of early Mac
// OS X, which asks for more names than there are.
func (p *page) noSuchKey(l *line, value string) bool {
	switch value {
	case "no such MIB", "specification is incomplete":
		return p.tell(l, "messages of macOS")
	}
	return false
}

// stock are settings that a system has by itself, and that others have by
// accident only.
var stock = table[string]{rows: []row[string]{
	{"kern.maxfiles=12288 kern.maxfiles=49152 kern.maxfiles=245760 kern.maxfiles=122880", MacOS},
	{"kern.maxfilesperproc=10240 kern.maxfilesperproc=24576 kern.maxfilesperproc=122880 kern.maxfilesperproc=61440", MacOS},
	{"kern.maxproc=532 kern.maxproc=1064 kern.maxproc=2128 kern.maxproc=2784 kern.maxproc=4176 kern.maxproc=2000 kern.maxproc=4000 kern.maxproc=8000", MacOS},
	{"kern.maxprocperuid=266 kern.maxprocperuid=709 kern.maxprocperuid=1418 kern.maxprocperuid=2666 kern.maxprocperuid=5333", MacOS},
	{"net.inet.tcp.msl=15000", MacOS},
	{"net.inet.tcp.sendspace=131072", MacOS},
	{"kern.ipc.maxsockbuf=8388608", MacOS},
	{"net.inet.tcp.msl=30000", FreeBSD},
	{"net.inet.ip.portrange.first=10000", FreeBSD},
	{"kern.ipc.maxsockbuf=2097152", FreeBSD},
	{"kern.maxfiles=7030", OpenBSD},
	{"kern.maxproc=1310", OpenBSD},
	{"kern.maxfiles=3404 kern.maxfiles=1772", NetBSD},
	{"kern.maxproc=1044", NetBSD},
}}

// tellStock notes a value that tells the system.
func (p *page) tellStock(l *line, name, value string) {
	if os := stock.of(name + "=" + value); os != "" {
		p.tell(l, "stock value of "+os)
	}
	n, ok := number(value)
	if !ok || n > 1<<40 {
		return
	}
	switch name {
	case "kern.maxfiles", "kern.maxproc":
		if p.facts.outer == nil {
			p.facts.outer = map[string]uint64{}
		}
		p.facts.outer[name] = n
	case "kern.maxfilesperproc":
		p.tellShare(l, p.facts.outer["kern.maxfiles"], n, 1, 2)
	case "kern.maxprocperuid":
		p.tellShare(l, p.facts.outer["kern.maxproc"], n, 2, 3)
	}
}

// macShare is what the open files of macOS are a multiple of, where it sizes
// them by the memory.
const macShare = 30720

// tellShare notes which part of what the system may have one process or user
// may have: on FreeBSD nine tenths, on macOS the part that is given.
func (p *page) tellShare(l *line, whole, part, over, under uint64) {
	switch {
	case whole < 100:
	case part == whole*9/10 || part == whole/10*9:
		p.tell(l, "stock value of "+FreeBSD)
	case part == whole*over/under && (under == 3 || whole%macShare == 0):
		p.tell(l, "stock value of "+MacOS)
	}
}

// weighBSD adds what the names told: one that a single system has is proper to
// it, one that several have fits each of them.
func (p *page) weighBSD(add func(os string, weight, line int)) {
	for in, at := range p.facts.bsd {
		if at.line == 0 {
			continue
		}
		weight := likely
		if in&(in-1) == 0 {
			weight = proper
		}
		for bit, os := range bsdSystems {
			if in>>bit&1 != 0 {
				add(os, weight, at.lineOfFirst())
			}
		}
	}
}

// lineOfFirst is the line if it stands in the first file, else 0.
func (at place) lineOfFirst() int {
	if at.file != 0 {
		return 0
	}
	return at.line
}

// settleUnits sets right the unit of what these systems count in another one
// than FreeBSD and macOS do. NetBSD does not say what net.inet.tcp.msl counts.
func (p *page) settleUnits(os string) {
	if os != OpenBSD && os != NetBSD {
		return
	}
	for i := range p.dump.Settings {
		switch s := &p.dump.Settings[i]; s.Name {
		case "net.inet.tcp.keepidle", "net.inet.tcp.keepintvl":
			s.Unit = "half seconds"
		case "net.inet.tcp.msl":
			s.Unit = ""
		}
	}
}
