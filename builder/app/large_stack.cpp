#include "app/large_stack.h"

#include <pthread.h>

#include <csignal>

namespace octavo::app {
namespace {

/// Only what is used of it is taken from memory.
constexpr std::size_t kStack = std::size_t{64} << 20;

struct Job {
  const std::function<int()>& work;
  sigset_t signals;  // as they were
  int result = 0;
};

void* run(void* pointer) {
  Job& job = *static_cast<Job*>(pointer);
  ::pthread_sigmask(SIG_SETMASK, &job.signals, nullptr);
  job.result = job.work();
  return nullptr;
}

}  // namespace

int onLargeStack(const std::function<int()>& work) {
  pthread_attr_t attributes;
  if (::pthread_attr_init(&attributes) != 0) return work();
  ::pthread_attr_setstacksize(&attributes, kStack);
#ifdef __GLIBC__
  ::pthread_setattr_default_np(&attributes);
#endif
  Job job{work, {}};
  // Here they wait, so that the thread that works can let them wait too while it puts files in place.
  sigset_t waiting;
  sigemptyset(&waiting);
  for (const int one : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&waiting, one);
  ::pthread_sigmask(SIG_BLOCK, &waiting, &job.signals);
  pthread_t thread;
  const bool isStarted = ::pthread_create(&thread, &attributes, run, &job) == 0;
  ::pthread_attr_destroy(&attributes);
  if (isStarted) ::pthread_join(thread, nullptr);
  ::pthread_sigmask(SIG_SETMASK, &job.signals, nullptr);
  return isStarted ? job.result : work();
}

}  // namespace octavo::app
