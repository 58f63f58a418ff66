#pragma once
/// oneTBB itself is not built with the thread sanitizer, so the sanitizer does not see that handing over a task orders
/// what came before and after it. These say so; without the sanitizer they are nothing.
#if defined(__SANITIZE_THREAD__)
#define SHUDAO_THREAD_SANITIZER
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define SHUDAO_THREAD_SANITIZER
#endif
#endif

#ifdef SHUDAO_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
/// Marks a function that reads what the handover itself carries.
#define SHUDAO_IS_HANDOVER __attribute__((no_sanitize("thread")))
#else
#define SHUDAO_IS_HANDOVER
#endif

namespace shudao::kernel {

/// What the calling thread did until now happens before what follows an `after_handover` of the same object.
inline void before_handover([[maybe_unused]] void* object) {
#ifdef SHUDAO_THREAD_SANITIZER
  __tsan_release(object);
#endif
}

inline void after_handover([[maybe_unused]] void* object) {
#ifdef SHUDAO_THREAD_SANITIZER
  __tsan_acquire(object);
#endif
}

}  // namespace shudao::kernel
