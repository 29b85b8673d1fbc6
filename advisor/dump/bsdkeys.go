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
// it at a dot or an underscore. Names that all of them have are not here.
var bsdKeys = func() map[string]bsdSet {
	all := make(map[string]bsdSet, 600)
	for _, group := range bsdKeyGroups {
		for name := range strings.FieldsSeq(group.names) {
			all[name] = group.in
		}
	}
	return all
}()

// bsdKeyGroups are from the sources of the kernels and the manual pages
// sysctl(3), sysctl(7) and loader(8).
var bsdKeyGroups = []struct {
	in    bsdSet
	names string
}{
	{inFreeBSD, `kern.openfiles kern.conftxt kern.geom. kern.ident kern.smp. kern.cam. kern.racct. kern.features. kern.eventtimer. kern.elf32. kern.elf64. kern.epoch. kern.devstat.
		kern.threads. kern.hz kern.maxusers kern.maxssiz kern.maxdsiz kern.maxtsiz kern.dfldsiz kern.dflssiz kern.sgrowsiz kern.vm_pmap_ kern.vty kern.vt. kern.vm_guest kern.evdev.
		kern.randompid kern.ps_arg_cache_limit kern.ps_strings kern.minvnodes kern.bootfile kern.hostuuid kern.module_path kern.maxswzone kern.maxbcache kern.nswbuf kern.supported_archs
		kern.compiler_version kern.shutdown. kern.coredump_ kern.init_path kern.init_shutdown_timeout kern.console kern.consmute kern.kq_calloutmax kern.pid_max kern.lastpid
		kern.ipc.soacceptqueue kern.ipc.nmbufs kern.ipc.nmbjumbo kern.ipc.nmbjumbop kern.ipc.nmbjumbo9 kern.ipc.nmbjumbo16 kern.ipc.maxpipekva kern.ipc.pipekva kern.ipc.maxsockets
		kern.ipc.numopensockets kern.ipc.nsfbufs kern.ipc.maxmbufmem kern.ipc.max_linkhdr kern.ipc.max_hdr kern.ipc.max_protohdr kern.ipc.max_datalen kern.ipc.semopm kern.ipc.shmall kern.ipc.shm_allow_removed kern.ipc.aio. kern.ipc.tls.
		kern.fallback_elf_brand kern.disks kern.sched.preempt_thresh kern.sched.slice kern.sched.steal_ kern.sched.interact kern.log_ kern.msgbuf_ kern.always_console_output kern.sync_on_panic kern.panic_reboot_wait_time kern.boottrace. kern.hwpmc.
		hw.realmem hw.availpages hw.instruction_sse hw.floatingpoint hw.mca. hw.intr_storm_threshold hw.pci. hw.usb. hw.syscons. hw.vga. hw.snd. hw.psm. hw.igb. hw.em. hw.ix. hw.ixl. hw.bce. hw.re. hw.cxgbe. hw.mxge. hw.vtnet. hw.ibrs_ hw.mds_ hw.clflush_disable hw.dri. hw.hptrr. hw.bus. hw.nvme. hw.ciss. hw.mfi.
		hw.busdma. hw.apic. hw.x2apic_enable hw.lazy_fpu_switch hw.ata. hw.mps. hw.mpr. hw.kbd. hw.vmm. hw.attansic hw.intrcnt hw.intrnames hw.est. hw.pagesizes hw.dmar. hw.midi. hw.sdhci. hw.mmc. hw.vmd.
		vm.kmem_ vm.pmap. vm.v_ vm.stats. vm.swap_total vm.swap_reserved vm.swap_idle_ vm.swap_async_max vm.swap_enabled vm.nswapdev vm.vmtotal vm.overcommit vm.defer_swapspace_pageouts vm.disable_swapspace_pageouts vm.domain. vm.uma. vm.phys_ vm.zone vm.kvm_ vm.max_wired vm.ndomains vm.reserv. vm.idlezero_
		vfs.vmiodirenable vfs.hirunningspace vfs.lorunningspace vfs.hibufspace vfs.lobufspace vfs.maxbufspace vfs.read_max vfs.write_behind vfs.usermount vfs.zfs. vfs.root. vfs.nfsd. vfs.numvnodes vfs.wantfreevnodes vfs.freevnodes vfs.cache. vfs.unmapped_buf_allowed vfs.nfsrv. vfs.aio. vfs.ufs.
		net.isr. net.route.netisr_maxqlen net.route.algo. net.fibs net.add_addr_allfibs net.graph. net.inet.rss. net.accf. net.pf. net.pfsync. net.inet.tcp.syncache. net.inet.tcp.syncookies net.inet.tcp.syncookies_only net.inet.tcp.maxtcptw net.inet.tcp.nolocaltimewait
		net.inet.tcp.fast_finwait2_recycle net.inet.tcp.finwait2_timeout net.inet.tcp.hostcache. net.inet.tcp.soreceive_stream net.inet.tcp.cc. net.inet.tcp.functions_ net.inet.tcp.rexmit_
		net.inet.tcp.reass.maxsegments net.inet.tcp.initcwnd_segments net.inet.tcp.per_cpu_timers net.inet.tcp.inflight. net.inet.tcp.isn_reseed_interval net.inet.tcp.insecure_ net.inet.tcp.abc_l_var net.inet.tcp.hpts. net.inet.tcp.rack. net.inet.tcp.bb. net.inet.tcp.tolerate_missing_ts net.inet.tcp.fastopen. net.inet.tcp.rfc6675_pipe 
		net.inet.ip.portrange.randomcps net.inet.ip.portrange.randomtime net.inet.ip.portrange.randomized net.inet.ip.portrange.reservedhigh net.inet.ip.portrange.reservedlow net.inet.ip.fastforwarding net.inet.ip.intr_queue_maxlen net.inet.ip.stealth net.inet.ip.same_prefix_carp_only net.inet.icmp.icmplim_output net.inet.icmp.reply_ net.inet.carp.senderr_demotion_factor net.inet.sctp.
		net.link.ifqmaxlen net.link.lagg. net.link.epair. net.link.tap. net.link.tun. net.link.gif. net.link.log_ net.link.vlan. net.link.ether.ipfw net.wlan. net.bpf.optimize_writers net.my_fibnum 
		security.bsd. security.jail. p1003_1b. compat.ia32. compat.linux. compat.linux32. kstat.zfs. dev.cpu. dev.em. dev.igb. dev.ix. dev.pci. dev.acpi. jail. machdep.hyperthreading_allowed machdep.max_ldt_segment machdep.disable_mtrrs machdep.panic_on_nmi machdep.acpi_root machdep.idle
		machdep.idle_available machdep.cpu_idle_hlt machdep.enable_panic_key machdep.adjkerntz machdep.disable_rtc_set machdep.guessed_bootdev machdep.wall_cmos_clock machdep.hwpstate_ machdep.bootmethod machdep.smap machdep.efi_map machdep.uprintf_signal machdep.syscall_ret_l1d_flush debug.acpi. debug.minidump debug.trace_on_panic debug.trace_all_panics debug.debugger_on_panic debug.kdb. debug.witness. debug.mddebug debug.vn_io_fault_enable`},
	{inMacOS, `vm.page_free_ vm.page_purgeable_ vm.page_reusable_count vm.page_pageable_ vm.page_speculative_count vm.page_cleaned_count kern.osproductversion kern.osproductversioncompat kern.osreleasetype kern.iossupportversion kern.num_files kern.num_vnodes kern.num_tasks kern.num_threads kern.num_taskthreads kern.num_recycledvnodes kern.sysv. kern.aiomax kern.aioprocmax kern.aiothreads
		kern.hibernatefile kern.hibernatemode kern.hibernatecount kern.hibernategraphicsready kern.bootsignature kern.tty.ptmx_max kern.usrstack64 kern.memorystatus_ kern.memorystatus kern.skywalk. kern.wq_ kern.vm_page_ kern.vm_max_ kern.netboot kern.safeboot kern.procname kern.bootargs kern.uuid kern.delayterm kern.shreg_private
		kern.timer. kern.timer_ kern.nisdomainname kern.secure_kernel kern.monotonic. kern.sleeptime kern.waketime kern.wakereason kern.willshutdown kern.singleuser kern.minimalboot kern.speculative_ kern.preheat_ kern.tfp. kern.rage_vnode kern.check_openevt kern.threadname kern.kdbg. kern.zleak. kern.bootsessionuuid kern.affinity_sets_ kern.slide kern.hv. kern.hv_ kern.jetsam_ kern.exec.
		kern.ipc.soqlimitcompat kern.ipc.sotcdb kern.ipc.njcl kern.ipc.njclbytes kern.ipc.sbmb_ kern.ipc.mb_ kern.ipc.mleak_ kern.ipc.io_policy. kern.ipc.sosend kern.ipc.sodefunct_calls kern.ipc.sorestrictsend kern.ipc.soqlencomp kern.ipc.throttle_best_effort kern.ipc.extbkidletime kern.namecache_disabled kern.flush_cache_on_write kern.sugid_scripts kern.kernelcacheuuid kern.filesetuuid kern.system_version_compat
		machdep.cpu. machdep.xcpm. machdep.tsc. machdep.pmap. machdep.misc. machdep.vectors. machdep.memmap. machdep.eager_timer_evaluations machdep.user_idle_level machdep.x86_fp_simd_isr_uses machdep.ptrauth_enabled machdep.wake_abstime machdep.time_since_reset machdep.virtual_address_size
		hw.memsize hw.memsize_usable hw.activecpu hw.logicalcpu hw.logicalcpu_max hw.physicalcpu hw.physicalcpu_max hw.cputype hw.cpusubtype hw.cpufamily hw.cpusubfamily hw.cpu64bit_capable hw.cputhreadtype hw.tbfrequency hw.cpufrequency hw.cpufrequency_min hw.cpufrequency_max hw.busfrequency hw.busfrequency_min hw.busfrequency_max hw.cachesize hw.cacheconfig
		hw.cachelinesize hw.l1icachesize hw.l1dcachesize hw.l2cachesize hw.l3cachesize hw.l2settings hw.l3settings hw.packages hw.optional. hw.perflevel0. hw.perflevel1. hw.nperflevels hw.targettype hw.osenvironment hw.pagesize32 hw.features. hw.ephemeral_storage hw.epoch hw.vectorunit hw.target hw.use_
		vm.swapusage vm.swapfileprefix vm.cs_ vm.compressor_ vm.compressor. vm.global_ vm.user_wire_limit vm.shared_region_ vm.memory_pressure vm.vm_page_ vm.vm_copy_ vm.pages vm.pagesize vm.purgeable_ vm.reusable_ vm.lz4_ vm.wk_ vm.wks_ vm.wkh_ vm.darkwake_mode vm.corpse_footprint_ vm.vm_do_collapse_
		vfs.generic.apfs. vfs.generic.hfs. vfs.generic.nfs. vfs.generic.always_do_fullfsync vfs.generic.sync_timeout vfs.generic.root_unmounted_cleanly vfs.nummntops net.inet.mptcp. net.systm. net.necp. net.cfil. net.classq. net.qos. net.utun. net.smb. net.alf. net.netagent. net.stats. net.statistics net.pktsched. net.soflow. net.link.generic.system.dlil_ net.link.generic.system.rxpoll net.link.pktap. net.link.iptap. net.link.fake.
		net.inet.tcp.autorcvbufmax net.inet.tcp.autosndbufmax net.inet.tcp.doautorcvbuf net.inet.tcp.doautosndbuf net.inet.tcp.win_scale_factor net.inet.tcp.background_sockets net.inet.tcp.fastopen_backlog net.inet.tcp.disable_tcp_heuristics net.inet.tcp.recvbg net.inet.tcp.rtt_min net.inet.tcp.slowlink_wsize net.inet.tcp.newreno_sockets net.inet.tcp.cubic_ net.inet.tcp.ecn_initiate_out net.inet.tcp.ecn_negotiate_in net.inet.ip.linklocal. 
		security.mac.asp. security.mac.amfi. security.mac.sandbox. security.mac.qtn. security.mac.vnode_enforce security.codesign. debug.lowpri_ debug.iokit debug.darkwake debug.kextlog debug.batman iogpu.`},
	{inOpenBSD, `kern.somaxconn kern.sominconn kern.usermount kern.random kern.nosuidcoredump kern.malloc. kern.nchstats. kern.forkstat. kern.nselcoll kern.tty.tk_nin kern.tty.tk_nout kern.tty.tk_rawcc kern.tty.tk_cancc kern.tty.maxptys kern.tty.nptys kern.nprocs kern.stackgap_random kern.splassert kern.nfiles kern.ttycount
		kern.numvnodes kern.seminfo. kern.shminfo. kern.emul. kern.maxclusters kern.maxlocksperuid kern.bufcachepercent kern.rthreads kern.netlivelocks kern.pool_debug kern.maxthread kern.nthreads kern.global_ptrace kern.wxabort kern.allowkmem kern.allowdt kern.audio. kern.video. kern.timeout_stats kern.utc_offset kern.pfstatus kern.witness. kern.watchdog. kern.cpustats kern.autoconf_serial kern.dnsjackport kern.intrcnt.
		vm.psstrings vm.swapencrypt. vm.vtextmin vm.vnodemin vm.malloc_conf fs.posix. hw.diskcount hw.sensors. hw.cpuspeed hw.vendor hw.product hw.version hw.serialno hw.uuid hw.ncpufound hw.allowpowerdown hw.smt hw.setperf hw.perfpolicy hw.power hw.battery. hw.usbpower hw.ucomnames hw.blockcpu hw.cpusensors.
		net.inet.ip.portfirst net.inet.ip.portlast net.inet.ip.porthifirst net.inet.ip.porthilast net.inet.ip.maxqueue net.inet.ip.encdebug net.inet.ip.ipsec net.inet.ip.ipsec-expire-acquire net.inet.ip.mforwarding net.inet.ip.multipath net.inet.ip.arpqueued net.inet.ip.arptimeout net.inet.ip.arpdown net.inet.ipip. net.inet.etherip. net.inet.mobileip. net.inet.gre. net.inet.esp.enable net.inet.esp.udpencap net.inet.ah.enable net.inet.ipcomp.enable 
		net.inet.tcp.keepinittime net.inet.tcp.baddynamic net.inet.tcp.rootonly net.inet.tcp.ackonpush net.inet.tcp.syncachelimit net.inet.tcp.synbucketlimit net.inet.tcp.synhashsize net.inet.tcp.synuselimit net.inet.tcp.reasslimit net.inet.tcp.sackholelimit net.inet.udp.baddynamic net.inet.udp.rootonly net.pipex. net.pflow. 
		machdep.allowaperture machdep.cpuvendor machdep.cpuid machdep.cpufeature machdep.kbdreset machdep.xcrypt machdep.lidsuspend machdep.lidaction machdep.apmhalt machdep.apmwarn machdep.userldt machdep.forceukbd machdep.pwraction machdep.retpoline machdep.invarianttsc machdep.tscfreq ddb.console ddb.panic ddb.max_width ddb.max_line ddb.trigger ddb.profile vfs.mounts. vfs.fuse. vfs.ffs.max_softdeps vfs.ffs.sd_`},
	{inNetBSD, `kern.mbuf. kern.veriexec. kern.root_device kern.root_partition kern.rtc_offset kern.labelsector kern.labeloffset kern.maxlwp kern.maxptys kern.no_sa_support kern.cp_id kern.drivers kern.file2 kern.module. kern.posix_ kern.posix.semmax kern.pset. kern.mqueue. kern.bufq. kern.hardclock_ticks kern.tty.qsize kern.tkstat. kern.synchronized_io kern.mapped_files kern.memlock kern.memlock_range kern.memory_protection kern.login_name_max kern.monotonic_clock
		kern.pipe. kern.somaxkva kern.sbmax kern.sooptions kern.sched.rtts kern.sched.cacheht_time kern.sched.kpreempt_pri kern.sched.upreempt_pri kern.hist. kern.expose_address kern.aio_listio_max kern.configname kern.buildinfo kern.defcorename kern.detachall kern.dump_on_panic kern.forkfsleep kern.coredump.setid. kern.ipc.shmmaxpgs kern.ipc.sysvmsg kern.ipc.sysvsem kern.ipc.sysvshm kern.urandom kern.user_va0_disable kern.xc.
		vm.filemin vm.filemax vm.execmin vm.execmax vm.anonmax vm.bufcache vm.bufmem vm.bufmem_lowater vm.bufmem_hiwater vm.inactivepct vm.idlezero vm.guard_size vm.thread_guard_size vm.minaddress vm.maxaddress vm.user_va0_disable vm.proc.
		hw.physmem64 hw.usermem64 hw.cnmagic hw.iostatnames hw.alignbytes proc. emul. security.curtain security.models. security.pax. net.inet.ip.anonportmin net.inet.ip.anonportmax net.inet.ip.lowportmin net.inet.ip.lowportmax net.inet.ip.anonportalgo. net.inet.ip.allowsrcrt net.inet.ip.checkinterface net.inet.ip.do_loopback_cksum net.inet.ip.hostzerobroadcast net.inet.ip.dad_count
		net.inet.tcp.sendbuf. net.inet.tcp.recvbuf. net.inet.tcp.congctl. net.inet.tcp.cwm net.inet.tcp.cwm_burstsize net.inet.tcp.init_win net.inet.tcp.init_win_local net.inet.tcp.mss_ifmtu net.inet.tcp.win_scale net.inet.tcp.timestamps net.inet.tcp.compat_42 net.inet.tcp.iss_hash net.inet.tcp.mslt. net.inet.tcp.vtw. net.inet.tcp.abc. net.inet.tcp.log_refused net.inet.arp. net.inet.dccp. net.inet.ppp net.inet.tcp.syn_cache_limit net.inet.tcp.syn_bucket_limit net.inet.tcp.do_loopback_cksum
		net.bluetooth. net.key.acq_exp_lifetime net.sdl_doladdr net.ieee80211. vfs.wapbl. vfs.sync. vfs.puffs. vfs.generic.magiclinks vfs.generic.timestamp_precision machdep.booted_kernel machdep.fpu_present machdep.diskinfo machdep.cpu_brand machdep.xen. machdep.dmi. machdep.biosbasemem machdep.biosextmem machdep.powernow. machdep.est. hw.acpi.sleep. hw.acpi.supported_states`},

	{inFreeBSD | inMacOS, `net.inet.tcp.v6mssdflt kern.maxfilesperproc kern.maxprocperuid kern.ipc.maxsockbuf kern.ipc.sockbuf_waste_factor kern.ipc.somaxconn kern.ipc.nmbclusters kern.usrstack kern.corefile kern.sugid_coredump kern.coredump kern.nbuf kern.dtrace. kern.maxnbuf
		net.inet.tcp.tcbhashsize net.inet.tcp.blackhole net.inet.tcp.delayed_ack net.inet.tcp.path_mtu_discovery net.inet.tcp.drop_synfin net.inet.tcp.icmp_may_rst net.inet.tcp.slowstart_flightsize net.inet.tcp.local_slowstart_flightsize net.inet.tcp.pcbcount net.inet.tcp.do_tcpdrain net.inet.tcp.tso net.inet.tcp.rfc1644 net.inet.tcp.log_in_vain
		net.inet.ip.portrange. net.inet.ip.rtexpire net.inet.ip.rtminexpire net.inet.ip.rtmaxcache net.inet.ip.fw. net.inet.ip.dummynet. net.inet.ip.accept_sourceroute net.inet.ip.sendsourcequench net.inet.ip.maxfragsperpacket net.inet.ip.check_interface net.inet.ip.mcast. net.inet.icmp.icmplim net.inet.icmp.drop_redirect net.inet.icmp.log_redirect net.inet.raw. net.inet.udp.blackhole net.inet.udp.maxdgram net.inet.udp.log_in_vain
		net.link.ether.inet. net.link.generic. net.link.bridge. net.inet.igmp. security.mac. net.inet6.ip6.mcast. net.inet6.mld.`},
	{inFreeBSD | inNetBSD, `net.inet.tcp.recvbuf_ net.inet.tcp.sendbuf_ net.inet.accf. hw.bge. hw.acpi. kern.osreldate kern.iov_max kern.logsigexit kern.sched. kern.ipc.shm kern.ipc.shmmax kern.ipc.shmmni kern.ipc.shmseg kern.ipc.shm_use_phys kern.ipc.semmni kern.ipc.semmns kern.ipc.semmnu kern.ipc.msgmni kern.ipc.msgseg hw.machine_arch hw.ath.`},
	{inFreeBSD | inOpenBSD | inNetBSD, `net.bpf. kern.timecounter. kern.ccpu kern.fscale kern.msgbufsize net.inet.carp. vfs.ffs.`},
	{inFreeBSD | inMacOS | inNetBSD, `net.inet.ip.maxfragpackets net.inet.ip.random_id net.inet.tcp.minmss net.inet.tcp.keepinit net.local. net.inet.tcp.msl net.inet.tcp.sendspace net.inet.tcp.recvspace`},
	{inOpenBSD | inNetBSD, `kern.consdev machdep.osfxsr net.mpls. kern.maxpartitions kern.rawpartition kern.fsync kern.sysvmsg kern.sysvsem kern.sysvshm kern.usercrypto hw.ncpuonline hw.disknames vm.anonmin vm.nkmempages vm.maxslp vm.uspace net.inet.ip.ifq. net.inet.ip.mtudisc net.inet.ip.mtudisctimeout net.inet.ip.directed-broadcast net.inet.icmp.errppslimit net.inet.icmp.rediraccept net.inet.icmp.redirtimeout net.inet.tcp.slowhz net.inet.tcp.rstppslimit net.inet.tcp.ack_on_push machdep.console_device`},
}

// bsdSetOf is the set of systems that have a name, 0 where the name does not
// tell.
func bsdSetOf(key string) bsdSet {
	if in, ok := bsdKeys[key]; ok {
		return in
	}
	for i := len(key) - 2; i > 2; i-- {
		if key[i] == '.' || key[i] == '_' {
			if in, ok := bsdKeys[key[:i+1]]; ok {
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
var stock = map[string]string{
	"kern.maxfiles=12288": MacOS, "kern.maxfiles=49152": MacOS, "kern.maxfiles=245760": MacOS, "kern.maxfiles=122880": MacOS,
	"kern.maxfilesperproc=10240": MacOS, "kern.maxfilesperproc=24576": MacOS, "kern.maxfilesperproc=122880": MacOS, "kern.maxfilesperproc=61440": MacOS,
	"kern.maxproc=532": MacOS, "kern.maxproc=1064": MacOS, "kern.maxproc=2128": MacOS, "kern.maxproc=2784": MacOS, "kern.maxproc=4176": MacOS, "kern.maxproc=2000": MacOS, "kern.maxproc=4000": MacOS, "kern.maxproc=8000": MacOS,
	"kern.maxprocperuid=266": MacOS, "kern.maxprocperuid=709": MacOS, "kern.maxprocperuid=1418": MacOS, "kern.maxprocperuid=2666": MacOS, "kern.maxprocperuid=5333": MacOS, "net.inet.tcp.msl=15000": MacOS,
	"net.inet.tcp.sendspace=131072": MacOS, "kern.ipc.maxsockbuf=8388608": MacOS,
	"net.inet.tcp.msl=30000": FreeBSD, "net.inet.ip.portrange.first=10000": FreeBSD, "kern.ipc.maxsockbuf=2097152": FreeBSD,
	"kern.maxfiles=7030": OpenBSD, "kern.maxproc=1310": OpenBSD, "kern.maxfiles=3404": NetBSD, "kern.maxfiles=1772": NetBSD, "kern.maxproc=1044": NetBSD,
}

// tellStock notes a value that tells the system.
func (p *page) tellStock(l *line, name, value string) {
	if os := stock[name+"="+value]; os != "" {
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
