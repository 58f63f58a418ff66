#include <unordered_map>
#include <utility>

#include "sim/base/time_zone.h"
#include "sim/kernel/model_parts.h"

namespace shudao::kernel {

std::string_view ModelParts::name(ProcessId id) const {
  std::size_t const begin = id.index() == 0 ? 0 : name_end[ProcessId{id.index() - 1}];
  return std::string_view{names}.substr(begin, name_end[id] - begin);
}

std::string ModelParts::kind_text(std::uint32_t kind) const {
  std::string const number = std::to_string(kind);
  return kind_name ? kind_name(kind) + " (kind " + number + ")" : "kind " + number;
}

void ModelParts::begin() {
  ensure(!std::exchange(was_run, true), "a model is run by one executor only: its processes have state");
  std::unordered_map<std::uint32_t, std::uint32_t> first_of;
  for (std::uint32_t process = 0; process < processes.size(); ++process) {
    std::uint32_t& name = neighbourhood[ProcessId{process}];
    name = name == kUnsettled ? process : first_of.try_emplace(name, process).first->second;
  }
}

Model::Model() : parts_{std::make_unique<ModelParts>()} {}
Model::~Model() = default;
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;

ProcessId Model::add(void* state, Handler handler, std::string_view name) {
  std::size_t const count = process_count();
  if (count > 0 && this->name(ProcessId{count - 1}) >= name)
    throw BrokenPromise{"process names must come in strictly ascending byte order: \"" + std::string{name} +
                        "\" after \"" + std::string{this->name(ProcessId{count - 1})} + "\""};
  parts_->names += name;
  ensure(parts_->names.size() < UINT32_MAX, "all process names together must be shorter than 4 GiB");
  parts_->name_end.push_back(static_cast<std::uint32_t>(parts_->names.size()));
  parts_->neighbourhood.push_back(ModelParts::kUnsettled);
  return parts_->processes.push_back(Process{state, handler});
}

void Model::settle(ProcessId process, std::uint32_t neighbourhood) {
  ensure(neighbourhood != ModelParts::kUnsettled, "a neighbourhood's number must be less than 2^32 - 1");
  parts_->neighbourhood[process] = neighbourhood;
}

ChannelId Model::connect(ProcessId from, ProcessId to, Duration lookahead) {
  if (lookahead <= Duration{})
    throw BrokenPromise{"a channel needs a lookahead above 0: from \"" + std::string{name(from)} + "\" to \"" +
                        std::string{name(to)} + "\" it is " + std::to_string(lookahead.ms()) + " ms"};
  return parts_->channels.push_back(Channel{from, to, lookahead});
}

void Model::open_to_all(Duration lookahead) {
  ensure(lookahead > Duration{}, "a model open to all needs a lookahead above 0");
  parts_->open_lookahead = lookahead;
}

void Model::name_kinds(std::function<std::string(std::uint32_t kind)> kind_name) {
  parts_->kind_name = std::move(kind_name);
}

void Model::first_event(ProcessId target, SimTime time, Message const& message) {
  std::uint32_t const sequence = parts_->processes[target].next_sequence++;
  parts_->first_events.push_back(Event{{time, target.index(), sequence}, target, message});
}

std::size_t Model::process_count() const { return parts_->processes.size(); }

std::string_view Model::name(ProcessId id) const { return parts_->name(id); }

std::string moment_text(SimTime time) { return std::to_string(time.ms()) + " ms (" + utc_text(time) + ")"; }

}  // namespace shudao::kernel
