#include "sim/freight/resource.h"

#include <algorithm>

namespace shudao::freight {

using kernel::Outbox;

namespace {

void begin(Resource& resource, Resource::Job job, SimTime end, Outbox& out) {
  job.began = out.now();
  job.is_under_way = true;
  if (!job.is_rider) ++resource.busy;
  if (resource.free_slots.empty()) {
    resource.free_slots.push_back(static_cast<std::uint32_t>(resource.working.size()));
    resource.working.emplace_back();
  }
  std::uint32_t const slot = resource.free_slots.back();
  resource.free_slots.pop_back();
  resource.working[slot] = job;
  out.schedule(end - out.now(), message(Kind::work_ends, WorkEnds{slot}));
}

Resource::Job take_first(Resource& resource) {
  auto first = resource.waiting.begin();
  Resource::Job const job = first->second.front();
  first->second.pop_front();
  if (first->second.empty()) resource.waiting.erase(first);
  return job;
}

/// The next parties begin together, as many as one server takes.
void begin_batch(Resource& resource, int size, Outbox& out) {
  std::vector<Resource::Job> batch{take_first(resource)};
  while (static_cast<int>(batch.size()) < size && !resource.waiting.empty()) batch.push_back(take_first(resource));
  Duration work;
  for (Resource::Job const& job : batch) work = std::max(work, job.order.work);
  SimTime const end = resource.setting.world.hours(resource.id).after_work(out.now(), work);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    batch[i].order.work = work;
    batch[i].is_rider = i > 0;
    begin(resource, batch[i], end, out);
  }
}

void look_again(Resource& resource, SimTime when, Outbox& out) {
  if (when >= resource.awaited) return;
  resource.awaited = when;
  out.schedule(when - out.now(), message(Kind::opens, NoBody{}));
}

/// When the next batch is complete, or is so late that it goes as it is; now, if it may begin.
SimTime batch_ready(Resource const& resource, scenarios::Resource const& what, SimTime now) {
  int waiting = 0;
  SimTime first = SimTime::max();
  for (auto const& [priority, jobs] : resource.waiting) {
    waiting += static_cast<int>(jobs.size());
    first = std::min(first, jobs.front().requested);
  }
  return waiting >= what.batch_size ? now : std::max(now, first + what.batch_wait);
}

/// Starts what waits, as far as servers are free and working hours allow.
void begin_waiting(Resource& resource, Outbox& out) {
  scenarios::Resource const& what = resource.setting.scenario().resources[resource.id];
  WorkingHours const& hours = resource.setting.world.hours(resource.id);
  while (resource.busy < what.servers && !resource.waiting.empty()) {
    SimTime const opening = hours.next_open(out.now());
    if (opening > out.now()) return look_again(resource, opening, out);
    auto const* short_staff = hours.short_staff_at(out.now());
    if (short_staff != nullptr && resource.busy >= short_staff->servers) {
      return look_again(resource, short_staff->when.to, out);
    }
    if (what.batch_size == 1) {
      Resource::Job const job = take_first(resource);
      begin(resource, job, hours.after_work(out.now(), job.order.work), out);
      continue;
    }
    SimTime const ready = batch_ready(resource, what, out.now());
    if (ready > out.now()) return look_again(resource, ready, out);
    begin_batch(resource, what.batch_size, out);
  }
}

void finish(Resource& resource, std::uint32_t slot, Outbox& out) {
  Resource::Job const job = resource.working[slot];
  resource.working[slot].is_under_way = false;
  resource.free_slots.push_back(slot);
  if (!job.is_rider) --resource.busy;
  std::int64_t const work = job.is_rider ? 0 : job.order.work.ms();
  Served const fact{resource.id.index(), job.requested.ms(), job.began.ms(), out.now().ms(), work};
  out.observe(message_of(FactKind::served, fact));
  WorkDone const done{job.order.party, job.order.detail, job.began, out.now()};
  out.send_near(job.order.requester, Duration{}, message(Kind::work_done, done));
  begin_waiting(resource, out);
}

}  // namespace

void handle(Resource& resource, kernel::Event const& event, Outbox& out) {
  switch (static_cast<Kind>(event.message.kind)) {
    case Kind::seize: {
      auto const order = event.message.as<Seize>();
      resource.waiting[order.priority].push_back({order, out.now(), SimTime{}, false, false});
      return begin_waiting(resource, out);
    }
    case Kind::work_ends:
      return finish(resource, event.message.as<WorkEnds>().slot, out);
    case Kind::opens:
      if (resource.awaited <= out.now()) resource.awaited = SimTime::max();
      return begin_waiting(resource, out);
    default:
      ensure(false, "a resource got a message that it does not know");
  }
}

}  // namespace shudao::freight
