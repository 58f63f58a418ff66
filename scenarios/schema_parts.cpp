#include "scenarios/schema_parts.h"

namespace shudao::scenarios {

Json type_schema(char const* type) {
  Json schema = Json::object();
  schema.set("type", Json::of(type));
  return schema;
}

Json words_schema(std::vector<std::string> const& words) {
  Json schema = Json::object();
  Json list = Json::array();
  for (auto const& word : words) list.items.push_back(Json::of(word));
  schema.set("enum", std::move(list));
  return schema;
}

Json list_schema(Json item) {
  Json schema = type_schema("array");
  schema.set("items", std::move(item));
  return schema;
}

Json object_schema(Fields::Body const& body) {
  Json schema;
  Fields fields{schema};
  body(fields);
  return schema;
}

Json map_schema(Json member) {
  Json schema = type_schema("object");
  schema.set("additionalProperties", std::move(member));
  Json names = Json::object();
  names.set("pattern", Json::of("^[A-Za-z0-9._-]{1,100}$"));
  schema.set("propertyNames", std::move(names));
  return schema;
}

Json reference_to(char const* definition) {
  Json schema = Json::object();
  schema.set("$ref", Json::of(std::string{"#/$defs/"} + definition));
  return schema;
}

Json number_schema(Range range) {
  Json schema = Json::object();
  schema.set("type", Json::of(range.is_whole ? "integer" : "number"));
  if (range.low > -1e12) schema.set(range.is_above ? "exclusiveMinimum" : "minimum", Json::of(range.low));
  if (range.high < 1e9) schema.set("maximum", Json::of(range.high));
  return schema;
}

Json either_schema(std::vector<Json> schemas) {
  Json schema = Json::object();
  schema.set("anyOf", Json::array(std::move(schemas)));
  return schema;
}

}  // namespace shudao::scenarios
