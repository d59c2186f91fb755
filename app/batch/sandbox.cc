#include "app/batch/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>

namespace vanthu {
namespace {

void set_limit(__rlimit_resource what, rlim_t value) {
  const rlimit limit{value, value};
  setrlimit(what, &limit);
}

void limit_resources(const Limits& limits) {
  if (limits.memory > 0) set_limit(RLIMIT_AS, limits.memory);
  set_limit(RLIMIT_FSIZE, 0);
  set_limit(RLIMIT_NOFILE, 256);
  set_limit(RLIMIT_CORE, 0);
  std::signal(SIGXFSZ, SIG_IGN);  // a write fails instead
}

// struct landlock_ruleset_attr of ABI 6; Debian 12's header has only its first member. An older
// kernel takes the longer one where the members that it does not know are zero.
struct Ruleset {
  std::uint64_t files = 0, net = 0, scoped = 0;
};

// Every right but reading. Bits by the ABI that brought them.
Ruleset denied_by(int abi) {
  Ruleset out;
  out.files = (1U << 13) - 1;           // ABI 1
  if (abi >= 2) out.files |= 1U << 13;  // moving between folders
  if (abi >= 3) out.files |= 1U << 14;  // truncating
  if (abi >= 4) out.net = 3;            // binding and connecting TCP
  if (abi >= 5) out.files |= 1U << 15;  // device control
  if (abi >= 6) out.scoped = 3;         // abstract sockets, signals
  out.files &= ~std::uint64_t{LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR};
  return out;
}

// The ABI in force, 0 where the kernel has no Landlock.
int apply_landlock() {
  const long abi =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 1) return 0;
  const Ruleset rules = denied_by(static_cast<int>(abi));
  const long fd = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
  if (fd < 0) return 0;
  const bool applied = syscall(SYS_landlock_restrict_self, fd, 0) == 0;
  close(static_cast<int>(fd));
  return applied ? static_cast<int>(abi) : 0;
}

constexpr std::array denied_calls{
    // network
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
    SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg),
    SCMP_SYS(io_uring_setup),
    // other programs and processes
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(kill), SCMP_SYS(tkill),
    SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(pidfd_send_signal), SCMP_SYS(bpf), SCMP_SYS(unshare),
    SCMP_SYS(setns), SCMP_SYS(mount), SCMP_SYS(umount2),
    // files
    SCMP_SYS(creat), SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(rename), SCMP_SYS(renameat),
    SCMP_SYS(renameat2), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(rmdir), SCMP_SYS(link),
    SCMP_SYS(linkat), SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(mknod), SCMP_SYS(mknodat),
    SCMP_SYS(truncate), SCMP_SYS(chmod), SCMP_SYS(fchmodat), SCMP_SYS(chown), SCMP_SYS(lchown),
    SCMP_SYS(fchownat), SCMP_SYS(utimensat), SCMP_SYS(setxattr), SCMP_SYS(lsetxattr),
    SCMP_SYS(removexattr)};

bool deny(scmp_filter_ctx filter) {
  constexpr std::uint32_t refuse = SCMP_ACT_ERRNO(EACCES), unknown = SCMP_ACT_ERRNO(ENOSYS);
  bool ok = true;
  const auto rule = [&](std::uint32_t action, int call, auto... arguments) {
    ok = ok && seccomp_rule_add(filter, action, call, sizeof...(arguments), arguments...) == 0;
  };
  for (const int call : denied_calls) rule(refuse, call);
  for (const scmp_datum_t mode : {O_WRONLY, O_RDWR, O_CREAT}) {
    rule(refuse, SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, mode, mode));
    rule(refuse, SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, mode, mode));
  }
  rule(unknown, SCMP_SYS(openat2));  // flags behind a pointer cannot be looked at;
  rule(unknown, SCMP_SYS(clone3));   // the C library then takes the older calls
  rule(refuse, SCMP_SYS(prlimit64), SCMP_A1(SCMP_CMP_NE, RLIMIT_CPU), SCMP_A2(SCMP_CMP_NE, 0));
  rule(refuse, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
  rule(refuse, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_NE, static_cast<scmp_datum_t>(getpid())));
  return ok;
}

bool apply_seccomp() {
  const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ALLOW),
                                                                 seccomp_release);
  return filter && deny(filter.get()) && seccomp_load(filter.get()) == 0;
}

bool can_write() {
  const int fd = open("/tmp", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  const bool opened = fd >= 0;
  const bool written = opened && write(fd, "x", 1) == 1;
  if (opened) close(fd);
  return written;
}

bool can_connect() {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd >= 0) close(fd);
  return fd >= 0;
}

std::string outcome(bool possible) { return possible ? "NOT denied" : "denied (tried)"; }

}  // namespace

Limits in_force(Limits limits) {
#if defined(__SANITIZE_ADDRESS__)
  limits.memory = 0;
#endif
  return limits;
}

SandboxReport confine(const Limits& limits) {
  limit_resources(limits);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const int abi = apply_landlock();
  const bool seccomp = apply_seccomp();
  return {
      "memory: " + (limits.memory == 0 ? std::string("no limit")
                                       : std::to_string(limits.memory >> 20) + " MB (RLIMIT_AS)"),
      "time: " + std::to_string(limits.page_time.count() / 1000) + " s for a page, " +
          std::to_string(limits.idle_time.count() / 1000) + " s without progress",
      "Landlock: " + (abi > 0 ? "ABI " + std::to_string(abi) : std::string("not in force")),
      std::string("seccomp: ") + (seccomp ? "in force" : "not in force"),
      "writing files: " + outcome(can_write()),
      "network: " + outcome(can_connect())};
}

void allow_processor_time(std::chrono::milliseconds more) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const rlim_t seconds =
      static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + more.count() / 1000 + 10);
  const rlimit limit{seconds, RLIM_INFINITY};
  setrlimit(RLIMIT_CPU, &limit);
}

}  // namespace vanthu
