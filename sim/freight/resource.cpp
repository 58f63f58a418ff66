#include "sim/freight/resource.h"

namespace shudao::freight {

using kernel::Outbox;

namespace {

void begin(Resource& resource, Resource::Job job, Outbox& out) {
  job.began = out.now();
  job.is_under_way = true;
  ++resource.busy;
  if (resource.free_slots.empty()) {
    resource.free_slots.push_back(static_cast<std::uint32_t>(resource.working.size()));
    resource.working.emplace_back();
  }
  std::uint32_t const slot = resource.free_slots.back();
  resource.free_slots.pop_back();
  resource.working[slot] = job;
  SimTime const end = resource.setting.world.hours(resource.id).after_work(out.now(), job.order.work);
  out.schedule(end - out.now(), message(Kind::work_ends, WorkEnds{slot}));
}

/// Starts what waits, as far as servers are free and working hours allow.
void begin_waiting(Resource& resource, Outbox& out) {
  int const servers = resource.setting.scenario().resources[resource.id].servers;
  while (resource.busy < servers && !resource.waiting.empty()) {
    SimTime const opening = resource.setting.world.hours(resource.id).next_open(out.now());
    if (opening > out.now()) {
      if (!resource.is_opening_awaited) out.schedule(opening - out.now(), message(Kind::opens, NoBody{}));
      resource.is_opening_awaited = true;
      return;
    }
    auto first = resource.waiting.begin();
    Resource::Job const job = first->second.front();
    first->second.pop_front();
    if (first->second.empty()) resource.waiting.erase(first);
    begin(resource, job, out);
  }
}

void finish(Resource& resource, std::uint32_t slot, Outbox& out) {
  Resource::Job const job = resource.working[slot];
  resource.working[slot].is_under_way = false;
  resource.free_slots.push_back(slot);
  --resource.busy;
  Served const fact{resource.id.index(), job.requested.ms(), job.began.ms(), out.now().ms(), job.order.work.ms()};
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
      resource.waiting[order.priority].push_back({order, out.now(), SimTime{}, false});
      return begin_waiting(resource, out);
    }
    case Kind::work_ends:
      return finish(resource, event.message.as<WorkEnds>().slot, out);
    case Kind::opens:
      resource.is_opening_awaited = false;
      return begin_waiting(resource, out);
    default:
      ensure(false, "a resource got a message that it does not know");
  }
}

}  // namespace shudao::freight
