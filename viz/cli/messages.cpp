#include "viz/cli/messages.h"

#include <iterator>

namespace shudao::cli {
namespace {

struct Entry {
  Key key;
  std::string_view zh, en;
};

// A plain array: clang 14 deduces no std::array of so many.
constexpr Entry kCatalogue[] = {
    Entry{Key::measure, "指标", "measure"},
    Entry{Key::mean_days, "平均时间(天)", "mean, days"},
    Entry{Key::p50_days, "中位时间(天)", "P50, days"},
    Entry{Key::p95_days, "P95 时间(天)", "P95, days"},
    Entry{Key::throughput, "通过量(TEU/年)", "throughput, TEU/yr"},
    Entry{Key::min_cut, "能力上限(TEU/年，最小割)", "capacity limit, TEU/yr (min-cut)"},
    Entry{Key::unlimited, "无上限", "unlimited"},
    Entry{Key::cost, "货主费用(含资金占用，元/TEU)", "shipper's cost incl. interest, CNY/TEU"},
    Entry{Key::co2e, "碳排放(kg CO2e/TEU)", "kg CO2e/TEU"},
    Entry{Key::due_share, "按期交付比例", "delivered when due"},
    Entry{Key::due_time, "交付期限(就绪后，天)", "due, days after ready"},
    Entry{Key::spoiled_share, "超过保鲜期的比例", "past their shelf life"},
    Entry{Key::door_to_door, "门到门", "door to door"},
    Entry{Key::consignments, "票数(全部重复)", "consignments, all runs"},
    Entry{Key::component, "环节", "component"},
    Entry{Key::where, "地点", "where"},
    Entry{Key::hours, "小时", "hours"},
    Entry{Key::share, "占比", "share"},
    Entry{Key::sum, "合计", "sum"},
    Entry{Key::main_causes, "主要耗时", "main causes of time"},
    Entry{Key::places, "节点", "places"},
    Entry{Key::place, "节点", "place"},
    Entry{Key::dwell, "停留(小时)", "dwell, h"},
    Entry{Key::resource, "资源", "resource"},
    Entry{Key::utilisation, "利用率", "utilisation"},
    Entry{Key::mean_queue, "平均排队数 (含非工作时间)", "mean queue incl. closed hours"},
    Entry{Key::mean_wait, "平均等待 (小时，含非工作时间)", "mean wait incl. closed hours, h"},
    Entry{Key::services, "班列与航线", "services"},
    Entry{Key::service, "班列/航线", "service"},
    Entry{Key::departures, "开行(次/年)", "departures/yr"},
    Entry{Key::cancelled, "停开(次/年)", "cancelled/yr"},
    Entry{Key::load_factor, "装载率", "load factor"},
    Entry{Key::left_behind, "甩柜(TEU/次)", "left behind, TEU"},
    Entry{Key::depot, "空箱堆场", "depot"},
    Entry{Key::kind_of_box, "箱型", "boxes"},
    Entry{Key::stock_mean, "平均存量(TEU)", "mean stock, TEU"},
    Entry{Key::stock_range, "最低–最高(TEU)", "least – most, TEU"},
    Entry{Key::waited_share, "等箱货票", "waited for boxes"},
    Entry{Key::wait_for_box, "平均等箱(小时)", "mean wait, h"},
    Entry{Key::empty_share, "空箱占比", "share of empties"},
    Entry{Key::missed_share, "错过前一班", "missed an earlier run"},
    Entry{Key::base, "基准", "base"},
    Entry{Key::alternative, "方案", "alternative"},
    Entry{Key::difference, "差值", "difference"},
    Entry{Key::correlation, "各次重复均值的相关系数", "correlation of replication means"},
    Entry{Key::local_time, "当地时间", "local time"},
    Entry{Key::utc_time, "世界时", "UTC"},
    Entry{Key::route, "线路", "route"},
    Entry{Key::leg, "区段", "leg"},
    Entry{Key::flow, "货流", "flow"},
    Entry{Key::route_share, "占比", "share of TEU"},
    Entry{Key::swing, "每周摆动", "weekly swing"},
    Entry{Key::distance, "里程(公里)", "km"},
    Entry{
        Key::quickest_first, "最快的在前；候车为平均值，含截关，装卸按 2 TEU 计；不含手续、排队与途中停站",
        "quickest first; mean wait for a departure with its cut-off, handling of 2 TEU; formalities, queues and stops "
        "on the way not counted"},
    Entry{Key::route_wait, "候车(小时)", "wait, h"},
    Entry{Key::route_handling, "装卸(小时)", "handling, h"},
    Entry{Key::route_running, "运行(小时)", "running, h"},
    Entry{Key::route_total, "合计(小时)", "together, h"},
    Entry{Key::brief_mean, "平均(天)", "mean, d"},
    Entry{Key::brief_p95, "P95(天)", "P95, d"},
    Entry{Key::brief_due, "按期交付", "when due"},
    Entry{Key::brief_throughput, "TEU/年", "TEU/yr"},
    Entry{Key::brief_cost, "费用(元/TEU)", "CNY/TEU"},
    Entry{Key::brief_co2e, "碳(kg/TEU)", "kg CO2e/TEU"},
    Entry{Key::base_days, "基准(天)", "base, days"},
    Entry{Key::alternative_days, "方案(天)", "alternative, days"},
    Entry{Key::faster, "更快", "faster"},
    Entry{Key::slower, "更慢", "slower"},
    Entry{Key::not_proven, "未证实有差异", "no proven difference"},
    Entry{Key::too_few_runs, "重复太少", "too few runs"},
    Entry{Key::not_comparable, "不可比", "not comparable"},
    Entry{Key::worst_places, "排队最多之处", "where most is waiting"},
    Entry{Key::worst_services, "甩柜最多、装得最满的班列与航线", "services that leave most behind, then the fullest"},
    // rows
    Entry{Key::rest, "另有 {} 行；全部列出：--details", "{} more; --details tells all"},
    // id of a corridor
    Entry{
        Key::how_to_see_more,
        "看某条走廊的指标、耗时与能力上限：--corridors {}（id 或名称，以逗号分隔）；全部：--details",
        "a corridor with its measures, causes of time and limits: --corridors {} (ids or names, with commas between); "
        "all: --details"},
    // how many, which
    Entry{Key::overload_note, "注意：{} 条走廊的需求超过能力上限，排队不断增长，时间取决于模拟的长短：{}",
          "warning: corridors whose demand is more than their capacity limit, where queues grow without end and times "
          "depend on how long the run is ({}): {}"},
    // corridors
    Entry{Key::equal_corridors, "与基准完全相同的走廊：{} 条", "corridors that are exactly equal to the base: {}"},
    Entry{Key::verdict_note, "每条结论的把握为 95%：毫无影响的走廊中，平均每 20 条有 1 条会碰巧被判为更快或更慢",
          "each verdict is at 95 %: of twenty corridors without any effect, one is called faster or slower by luck"},
    Entry{Key::nothing_proven, "没有一条走廊的时间有可证实的差异", "no difference in time is proven on any corridor"},
    Entry{Key::moving, "运行", "moving"},
    Entry{Key::handling, "装卸", "handling"},
    Entry{Key::waiting_departure, "等待发车", "waiting for departure"},
    Entry{Key::queueing, "排队", "queueing"},
    Entry{Key::closed, "非工作时间", "closed"},
    Entry{Key::documents, "单证", "documents"},
    Entry{Key::inspection, "查验", "inspection"},
    Entry{Key::border, "口岸作业", "border"},
    Entry{Key::storage, "仓储", "storage"},
    Entry{Key::blocked, "受阻", "blocked"},
    Entry{Key::disrupted, "中断", "disrupted"},
    Entry{Key::laws, "守恒检查", "laws"},
    Entry{Key::holds, "成立", "holds"},
    Entry{Key::broken, "不成立", "BROKEN"},
    Entry{Key::conservation, "箱量守恒", "conservation"},
    Entry{Key::ledger, "时间账", "ledger"},
    Entry{Key::little, "利特尔定律", "Little's law"},
    Entry{Key::capacity, "能力不超限", "capacity"},
    Entry{Key::boxes, "空重箱守恒", "box balance"},
    // title, replications with their noun, seed, events, events per leg, seconds
    Entry{Key::run_summary, "{}：{}，随机种子 {}，事件 {} 个（{}），用时 {} 秒",
          "{}: {}, seed {}, {} events ({}), {} s"},
    Entry{Key::events_per_leg, "每批货每程 {} 个", "{} per consignment-leg"},
    Entry{Key::nothing_delivered, "无货到达", "nothing delivered"},
    Entry{Key::interval_note,
          "± 为各次重复之间 95% 置信区间的半宽：只反映模拟的随机性，不反映数据本身的不确定；\n"
          "没有 ± 的数，其区间小于末位。天 = 24 小时",
          "± is half the 95 % interval over replications: the luck of the simulation only, not doubt about the data;\n"
          "without ±, the interval is less than the last digit. A day is 24 hours"},
    Entry{Key::few_replications_note, "重复不足 3 次，不给出 ±。天 = 24 小时",
          "fewer than 3 replications: no ± is given. A day is 24 hours"},
    // corridors with their tonnes
    Entry{Key::co2e_note, "每 TEU 碳排放取决于货物每 TEU 的吨数：{}",
          "CO2e per TEU depends on the tonnes per TEU of the cargo: {}"},
    // corridor, size and parts of its min-cut
    Entry{Key::cut_note, "{}：{}", "{}: {}"},
    // consignments
    Entry{Key::unfinished, "注意：运行截止时仍在途的货票：{}；标 ≥ 的时间、费用与排放只是下限",
          "note: consignments still under way at the cap: {}; times, costs and emissions marked ≥ are lower bounds"},
    // cause, place or service, consignments
    Entry{Key::held, "  停在：{} {}，{} 票", "  held by: {} at {}, {} consignments"},
    // place, kind of box, consignments
    Entry{Key::depot_dry, "警告：{}的{}空箱用尽：运行结束时仍有 {} 票在等箱；需要调运空箱或增加箱量",
          "warning: the depot of {} ran dry of {}: {} consignments still waited for boxes at the end of the run; "
          "empties must be repositioned or boxes added"},
    // corridor, TEU a year, capacity limit
    Entry{Key::demand_note, "注意：{}的需求为每年 {} TEU，超过能力上限 {} TEU：排队不断增长，时间取决于模拟的长短",
          "warning: demand on {} is {} TEU a year, more than the capacity limit of {}: queues grow without end, "
          "and times depend on how long the run is"},
    // flow, route, per cent
    Entry{Key::swing_note,
          "注意：{}的各路线占比没有稳定下来：{} 的每周占比上下摆动约 {} "
          "%（货主反应过头，或外部条件在变）；单看平均占比会误导",
          "warning: the shares of the routes of {} do not settle: that of {} swings by about {} % from week to week "
          "(shippers "
          "overreact, or conditions change); a mean share says little"},
    Entry{Key::notes, "说明", "notes"},
    // corridor, reason
    Entry{Key::refusal, "{}：不宜对比：{}", "{}: not comparable: {}"},
    // corridor, consignments of the base, of the alternative
    Entry{Key::no_difference_unfinished, "{}：运行截止时基准有 {} 票、方案有 {} 票仍在途，不给出差值",
          "{}: consignments still under way at the cap: {} in the base, {} in the alternative; no difference is given"},
    // pairs, base only, alternative only
    Entry{Key::pairs_note, "按货票配对 {} 对；只在基准 {} 票，只在方案 {} 票",
          "{} consignments paired by name; {} in the base only, {} in the alternative only"},
    Entry{Key::simulated_to, "模拟至", "simulated to"},
    Entry{Key::events_per_second, "事件/秒", "events/s"},
    Entry{Key::replication, "重复", "replication"},
    Entry{Key::time_left, "约剩", "left, about"},
    // done, all
    Entry{Key::interrupted, "已中断：{}/{} 次重复已完成，予以保留",
          "interrupted: {} of {} replications were finished and are kept"},
    // done, all
    Entry{Key::interrupted_unsaved, "已中断：{}/{} 次重复已完成；结果见下，未保存；用 --results FILE 可以接着算",
          "interrupted: {} of {} replications finished; shown below, not saved; use --results FILE to be able to "
          "continue"},
    // path
    Entry{Key::kept_in, "结果保存于 {}", "results are in {}"},
    // path, scenarios, replications
    Entry{Key::replaced, "已替换 {}（原有：{}，重复次数 {}）", "replaced {} (it held: {}, replications: {})"},
    // replications
    Entry{Key::reused, "取自上次未完成运行的重复次数：{}", "replications taken from an earlier, unfinished run: {}"},
    Entry{Key::no_replication, "没有完成任何一次重复，没有结果", "no replication was finished: there is no result"},
    // file, id, places, services, flows
    Entry{Key::scenario_is_sound, "{}：正确（{}；节点 {}，班列与航线 {}，货流 {}）",
          "{}: sound ({}; {} places, {} services, {} flows)"},
    // consignment, scenario, replication, TEU
    Entry{Key::life_title, "货票 {}，情景 {}，第 {} 次重复，{} TEU",
          "consignment {}, scenario {}, replication {}, {} TEU"},
    // hours, days
    Entry{Key::life_sum, "合计 {} 小时 = 门到门时间（{} 天）", "sum {} h = door-to-door time ({} days)"},
    // from, to
    Entry{Key::no_route, "从 {} 到 {} 没有线路", "there is no route from {} to {}"},
    Entry{Key::figure, "观测指标", "observed figure"},
    Entry{Key::held_out, "留出", "held out"},
    Entry{Key::role, "用途", "role"},
    Entry{Key::observed, "观测值 [区间]", "observed [range]"},
    Entry{Key::simulated, "模拟值", "simulated"},
    Entry{Key::error_percent, "误差(%)", "error, %"},
    Entry{Key::verdict, "结论", "verdict"},
    Entry{Key::inside, "区间内", "inside"},
    Entry{Key::outside, "区间外", "OUTSIDE"},
    Entry{Key::nothing_happened, "未发生", "NOTHING HAPPENED"},
    // title, worlds, replications with their noun, seed, seconds
    Entry{Key::validation_summary, "{}：{} 个情景，{}，随机种子 {}，用时 {} 秒", "{}: worlds {}, {}, seed {}, {} s"},
    // rows, inside, per cent; the same of the calibrated
    Entry{Key::validation_count, "留出 {} 项，{} 项在区间内（{}）；校准 {} 项，{} 项在区间内（{}）",
          "held out: {} rows, {} inside their range ({}); calibrated: {} rows, {} inside ({})"},
    Entry{Key::own_range_note, "* 区间不是来源公布的，理由见文件的 why_range",
          "* the range is not the source's; why_range in the file gives the reason"},
    Entry{Key::outside_head, "落在区间外的项：", "outside their range:"},
    // id, name, explanation
    Entry{Key::outside_row, "  {} {}：{}", "  {} {}: {}"},
    Entry{Key::not_explained, "尚无说明", "not explained"},
    // file, rows, held out, worlds, free inputs
    Entry{Key::validation_is_sound, "{}：正确（{} 项，其中留出 {}；情景 {}，可调输入 {}）",
          "{}: sound ({} rows, {} of them held out; {} worlds, {} free inputs)"},
    // file, id, alternatives, measures
    Entry{Key::study_is_sound, "{}：正确（研究 {}，方案 {} 个，指标 {} 个）",
          "{}: sound (study {}, alternatives {}, measures {})"},
    Entry{Key::study_question, "问题", "question"},
    Entry{Key::figure_compared, "指标", "measure"},
    // alternatives, measures, replications with their noun, seed, seconds
    Entry{Key::study_summary, "方案 {} 个，指标 {} 个，{}，随机种子 {}，用时 {} 秒",
          "alternatives {}, measures {}, {}, seed {}, {} s"},
    // weeks of warm-up, weeks of the window
    Entry{Key::study_weeks, "预热 {} 周，统计 {} 周", "warm-up weeks {}, window weeks {}"},
    // kept, left out
    Entry{Key::study_kept_flows, "只计 {} 个货流，其余 {} 个不计（keep_flows）：设施的拥挤程度偏低",
          "flows that run: {}; left out by keep_flows: {}, so facilities are emptier than they would be"},
    Entry{Key::study_preview, "预览：统计期缩短、重复次数少，不可引用",
          "PREVIEW: a shorter window and few replications, not to be quoted"},
    // alternative
    Entry{Key::study_changes_nothing, "方案“{}”没有任何影响：所有货票与基准完全相同",
          "the alternative “{}” changes nothing: every consignment is as in the base"},
    Entry{Key::plain_expected, "预期", "expected"},
    Entry{Key::found_in_study, "结果", "found"},
    Entry{Key::finding_lower, "更低", "lower"},
    Entry{Key::finding_higher, "更高", "higher"},
    Entry{Key::finding_not_proven, "无可证实差异", "no proven difference"},
    Entry{Key::finding_equal, "完全相同", "exactly equal"},
    Entry{Key::finding_unobserved, "没有发生", "did not happen"},
    Entry{Key::expect_any, "未定", "open"},
    Entry{Key::as_expected, "符合预期", "as expected"},
    Entry{Key::not_as_expected, "与预期不符", "NOT AS EXPECTED"},
    Entry{Key::not_shown, "未证实", "not shown"},
    Entry{Key::study, "研究", "study"},
    Entry{Key::studies_head, "全部研究", "all studies"},
    Entry{Key::unexpected_head, "与预期不符或未证实：", "not as expected, or not shown:"},
    // id, number, all
    Entry{Key::study_of, "研究 {}（{}/{}）", "study {} ({} of {})"},
    // done, all
    Entry{Key::study_interrupted, "已中断：以下只是已完成的 {}/{} 次重复；研究没有结果库，不能接着算",
          "interrupted: this is what the {} of {} finished replications say; studies keep no store to continue from"},
    // studies
    Entry{Key::studies_left, "已中断：{} 个研究没有运行", "interrupted: studies not run: {}"},
    // id
    Entry{Key::study_without_answer, "研究 {} 没有结果", "study {} has no result"},
    // title, inputs, rows, evaluations, replications with their noun, seed
    Entry{Key::calibration_summary, "{}：{} 个输入按 {} 项观测校准，模拟 {} 遍，{}，随机种子 {}",
          "{}: inputs {}, rows {}, evaluations {}, {}, seed {}"},
    // before, after
    Entry{Key::misfit, "失配（以区间半宽为单位的加权平方和）：{} → {}",
          "misfit (weighted sum of squares in half ranges): {} → {}"},
    Entry{Key::input, "可调输入", "free input"},
    Entry{Key::before, "原值", "before"},
    Entry{Key::after, "校准后", "after"},
    Entry{Key::interval, "95% 区间", "95 % interval"},
    Entry{Key::allowed_range, "允许范围", "allowed range"},
    // input
    Entry{Key::at_bound, "注意：{} 落在允许范围的边界上：范围或模型可能不对",
          "warning: {} ends at the bound of its range: the range or the model may be wrong"},
    // input
    Entry{Key::not_identified, "注意：这些观测几乎不能确定 {}", "warning: the rows say little about {}"},
    // inputs, rows
    Entry{Key::more_inputs_than_rows, "注意：可调输入（{}）多于观测项（{}），结果不唯一",
          "warning: there are more free inputs ({}) than rows ({}): the fit is not unique"},
    // path
    Entry{Key::patch_kept_in, "校准后的数值写入 {}", "the calibrated values are in {}"},
    // evaluations, all, misfit
    Entry{Key::evaluation, "第 {}/{} 遍模拟，失配 {}", "evaluation {} of {}, misfit {}"},
    Entry{Key::cut_short, "已中断：没有结果，没有写入任何文件",
          "interrupted: there is no result, and no file was written"},
    Entry{Key::command_line, "命令行", "command line"},
    Entry{Key::expected, "应为", "expected"},
    Entry{Key::found, "实为", "found"},
    // name
    Entry{Key::nearest, "（是否想写 {}？）", " (did you mean {}?)"},
    Entry{Key::error_head, "输入有误（{} 处）：", "errors in the input: {}"},
    Entry{Key::file_error_head, "文件或系统错误：{}", "file or system error: {}"},
    Entry{Key::internal_head, "程序内部故障（请报告）：{}", "internal fault (please report): {}"},
    // names of sampled consignments
    Entry{Key::also_read, "可查询的货票例如：{}", "consignments that were kept, for example: {}"},
    Entry{Key::links, "线路", "links"},
    Entry{Key::link, "线路", "link"},
    Entry{Key::mode, "方式", "mode"},
    Entry{Key::rail, "铁路", "rail"},
    Entry{Key::road, "公路", "road"},
    Entry{Key::sea, "海运", "sea"},
    Entry{Key::inland_waterway, "内河", "inland waterway"},
    Entry{Key::air, "航空", "air"},
    Entry{Key::all_modes, "全部方式", "all modes"},
    Entry{Key::grades, "数据等级", "grades"},
    Entry{Key::sources, "来源", "sources"},
    Entry{Key::kinds, "类型", "kinds"},
    Entry{Key::slots_per_day, "线路能力(列/日)", "slots/day"},
    Entry{Key::departures_per_week, "开行(次/周)", "departures/week"},
    Entry{Key::teu_per_vehicle, "每次(TEU)", "TEU each"},
    Entry{Key::corridor, "走廊", "corridor"},
    Entry{Key::demand, "需求(TEU/年)", "demand, TEU/yr"},
    Entry{Key::capacity_limit, "能力上限(TEU/年)", "capacity limit, TEU/yr"},
    Entry{Key::demand_ratio, "需求÷能力", "demand ÷ capacity"},
    Entry{Key::planned, "规划", "planned"},
    Entry{Key::no_timetable, "不定期", "no timetable"},
    Entry{Key::connectivity, "连通性", "connectivity"},
    // mode, places, parts
    Entry{Key::reach_summary, "{}：停靠节点 {} 个，互不相连的部分 {} 个",
          "{}: places served: {}, parts that nothing joins: {}"},
    // places, places
    Entry{Key::not_reached, "从 {} 到不了 {}", "from {} there is no way to {}"},
    // places
    Entry{Key::unserved, "没有班列或航线停靠：{}", "no service stops at {}"},
    // service, capacity and what binds
    Entry{Key::alone_note, "{}（单独计）：{}", "{} (alone): {}"},
    // corridor
    Entry{Key::upper_bound_note, "{}：共用的能力无法逐一分清，此数为上限",
          "{}: what is shared cannot be divided exactly here; this is an upper bound"},
    // path
    Entry{Key::written_to, "已写入 {}", "written to {}"},
    Entry{Key::map_caption, "示意图：仅示节点与走廊，不表示国界和行政区划界线，不作划界依据",
          "Schematic: places and corridors only; no boundaries are shown or implied."},
    Entry{Key::number, "数据", "number"},
    Entry{Key::value, "数值", "value"},
    Entry{Key::range, "范围", "range"},
    Entry{Key::unit, "单位", "unit"},
    Entry{Key::grade, "等级", "grade"},
    Entry{Key::source, "来源", "source"},
    Entry{Key::calibrated, "校准", "calibrated"},
    Entry{Key::count, "个数", "numbers"},
    Entry{Key::assumption, "假设", "assumption"},
    Entry{Key::ungraded, "无等级", "no grade"},
    // grade, numbers, per cent
    Entry{Key::grade_total, "等级 {}：{} 个（{} %）", "grade {}: numbers {} ({} %)"},
    // assumptions, calibrated
    Entry{Key::calibrated_total, "其中假设 {} 个，校准 {} 个", "assumptions {}, calibrated {}"},
    // ids
    Entry{Key::sources_unused, "未用到的来源：{}", "sources that carry no number: {}"},
    // measure, replications
    Entry{Key::elasticity_title, "{} 对各输入的弹性（每个输入取低值与高值各模拟一次，重复 {} 次，随机数相同）",
          "elasticity of {} (each input once at its low and once at its high, {} replications, same draws)"},
    Entry{Key::elasticity, "弹性", "elasticity"},
    Entry{Key::at_low, "取低值", "at low"},
    Entry{Key::at_high, "取高值", "at high"},
    Entry{Key::elasticity_note, "弹性 = 指标的相对变化 ÷ 输入的相对变化；每次只改一个输入，不反映相互作用",
          "elasticity = relative change of the measure ÷ relative change of the input; one input at a time, so what "
          "inputs do together is not seen"},
    Entry{Key::independent_note, "* 该输入改变需求，货票无法一一配对，区间按相互独立计算",
          "* this input changes the demand: consignments cannot be paired, and the interval is that of independent "
          "runs"},
    // pointer, reason
    Entry{Key::not_tried, "未能试算 {}：{}", "could not be tried: {}: {}"},
    // tried, all
    Entry{Key::left_untried, "有范围的输入共 {} 个，只试了范围最宽的 {} 个（--top）",
          "of {} inputs with a range, the {} widest were tried (--top)"},
    // done
    Entry{Key::interrupted_trials, "已中断：以下为已完成的 {} 个输入", "interrupted: the {} inputs that were finished"},
    Entry{Key::rules_title, "{} 可用规则 {} 条，其中生效 {} 条。", "Rules at hand for {}: {}, of which {} in force."},
    Entry{Key::rule_in_force, "生效", "in force"},
    Entry{Key::rule_at_hand, "未生效", "at hand"},
    Entry{Key::rule_from, "生效日期：{}", "from: {}"},
    Entry{Key::rule_plans, "规划条目：{}", "asked for by the plans: {}"},
    Entry{Key::rule_is_national, "国家层面的选项，规划未提出。{}", "A national option, not asked for by the plans.{}"},
    Entry{Key::rule_sources, "依据：{}", "sources: {}"},
    Entry{Key::rule_evidence, "事实依据（条目）：{}", "evidence (rows of facts): {}"},
    Entry{Key::rule_expect, "预期效果：{}", "expected effect: {}"},
    Entry{Key::rule_special_area, "仅适用于海关特殊监管区域。{}", "For special supervision areas only.{}"},
    Entry{Key::rule_processes, "涉及流程 {}", "processes: {}"},
    Entry{Key::rule_resources, "涉及资源 {}", "resources: {}"},
    Entry{Key::rule_flows, "涉及货流 {}", "flows: {}"},
    Entry{Key::rule_nowhere, "本场景中无处适用。{}", "Nowhere here.{}"},
    Entry{Key::rule_refused, "本场景不能采用：{}", "This world cannot have it: {}"},
    Entry{Key::rule_note, "说明：{}", "note: {}"},
    Entry{Key::rule_for_flow, "以下是货流 {}、企业类别 {} 遇到的流程。",
          "As consignments of the flow {} of the firm class {} meet it."},
    Entry{Key::before_rule, "改革前", "before"},
    Entry{Key::after_rule, "改革后", "after"},
    Entry{Key::step_after, "在 {} 之后", "after {}"},
    Entry{Key::step_hours, "工作时段 {}", "in the hours of {}"},
    Entry{Key::step_probability, "发生比例 {}", "in {} of cases"},
    Entry{Key::step_again, "返工 {}", "done again in {}"},
    Entry{Key::step_cost, "费用 {}", "costs {}"},
    Entry{Key::step_skip, "持有 {} 则免做", "skipped by {}"},
    Entry{Key::step_grants, "授予 {}", "grants {}"},
    Entry{Key::step_needs, "需要 {}", "needs {}"},
    Entry{Key::difference_title, "从 {} 到 {} 的变化：", "What changes from {} to {}:"},
    Entry{Key::no_difference, "{} 与 {} 没有差别。", "{} and {} do not differ."},
    Entry{Key::difference_of_labels, "只有名称、来源等说明不同，运行结果相同。",
          "Only names, sources and the like differ: what happens is the same."},
    Entry{Key::rule_comes, "规则生效：{1}（{2}）", "rule in force: {1} ({2})"},
    Entry{Key::rule_goes, "规则不再生效：{1}（{2}）", "rule no longer in force: {1} ({2})"},
    Entry{Key::thing_comes, "新增{}：{}（{}）", "{} added: {} ({})"},
    Entry{Key::thing_goes, "取消{}：{}（{}）", "{} removed: {} ({})"},
    Entry{Key::member_changes, "{}：{} {}", "{}: {} {}"},
    Entry{Key::members_change, "{} 个{}：{} {}（{}）", "{} things of the kind {}: {} {} ({})"},
    Entry{Key::labels_differ, "另有 {} 处名称、来源或说明不同。", "{} more names, sources or remarks differ."},
    Entry{Key::patch_written, "补丁已写入 {}。", "The patch is in {}."},
    Entry{Key::plans_title, "{} 份规划要目中的 {} 项内容，模型如何体现：",
          "{} plans ask for {} things; how the model has them:"},
    Entry{Key::plan_category, "类别", "category"},
    Entry{Key::plan_items, "条目", "items"},
    Entry{Key::plan_represented, "已体现", "represented"},
    Entry{Key::plan_explained, "不体现，已说明", "not, and why"},
    Entry{Key::plan_open, "未交代", "open"},
    Entry{Key::plan_share, "体现比例", "share represented"},
    Entry{Key::plan_totals, "共 {} 项：已体现 {}，说明不体现原因 {}，未交代 {}。",
          "{} items: {} represented, {} explained, {} open."},
    Entry{Key::plan_freight_share, "18 个货运类别 {} 项中体现 {} 项，占 {:.1f} %。",
          "Of the {} items in the 18 categories of freight {} are represented, {:.1f} %."},
    Entry{Key::plan_by, "由 {} 体现（{}）", "by {} ({})"},
    Entry{Key::plan_why, "不体现：{}", "not represented: {}"},
    Entry{Key::plan_open_item, "未交代", "open"},
    Entry{Key::plans_progress, "{}：已证实 {} 项", "{}: {} items shown"},
    Entry{Key::plans_written, "结果已写入 {}。", "The result is in {}."},
};

constexpr bool catalogue_is_complete() {
  if (std::size(kCatalogue) != static_cast<std::size_t>(Key::count_)) return false;
  for (std::size_t i = 0; i < std::size(kCatalogue); ++i) {
    Entry const& entry = kCatalogue[i];
    if (static_cast<std::size_t>(entry.key) != i || entry.zh.empty() || entry.en.empty()) return false;
  }
  return true;
}
static_assert(catalogue_is_complete(), "each key needs its two texts, in the order of the keys");

}  // namespace

std::string_view text(Key key, Language language) {
  Entry const& entry = kCatalogue[static_cast<std::size_t>(key)];
  return language == Language::en ? entry.en : entry.zh;
}

std::string in_language(std::string_view zh, std::string_view en, Language language, std::string_view between) {
  if (language == Language::zh || en.empty() || zh == en) return std::string{zh};
  if (language == Language::en || zh.empty()) return std::string{en};
  return std::string{zh}.append(between).append(en);
}

std::string label(Key key, Language language, std::string_view between) {
  return in_language(text(key, Language::zh), text(key, Language::en), language, between);
}

std::string label(scenarios::Text const& name, Language language, std::string const& otherwise,
                  std::string_view between) {
  std::string const& zh = name.zh.empty() ? name.en : name.zh;
  std::string const& en = name.en.empty() ? name.zh : name.en;
  return zh.empty() ? otherwise : in_language(zh, en, language, between);
}

Key key_of(scenarios::Component component) {
  return static_cast<Key>(static_cast<std::size_t>(Key::moving) + static_cast<std::size_t>(component));
}

Key key_of(scenarios::Mode mode) {
  switch (mode) {
    case scenarios::Mode::rail:
      return Key::rail;
    case scenarios::Mode::road:
      return Key::road;
    case scenarios::Mode::sea:
      return Key::sea;
    case scenarios::Mode::inland_waterway:
      return Key::inland_waterway;
    case scenarios::Mode::air:
      break;
  }
  return Key::air;
}

}  // namespace shudao::cli
