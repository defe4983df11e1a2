package fr.palabre.architecture;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every example of an OpenAPI document, tried against its own schema. */
class ApiExamples {
  private final JsonNode api;
  private final List<String> wrong = new ArrayList<>();
  private int seen;

  ApiExamples(JsonNode api) {
    this.api = api;
    walk(api, "");
  }

  int seen() {
    return seen;
  }

  List<String> wrong() {
    return wrong;
  }

  private void walk(JsonNode node, String at) {
    if (node.isObject() && node.has("example")) {
      seen++;
      var schema = node.has("schema") ? node.get("schema") : node;
      var fault = fault(node.get("example"), schema);
      if (fault != null) wrong.add(at + ": " + node.get("example") + " " + fault);
    }
    for (var name : node.isObject() ? node.propertyNames() : List.<String>of())
      walk(node.get(name), at + "/" + name);
    if (node.isArray()) node.forEach(item -> walk(item, at));
  }

  /** What is wrong with this value; null if nothing is. */
  private @Nullable String fault(JsonNode value, JsonNode schema) {
    var type = schema.has("$ref") ? named(schema.get("$ref").asString()) : schema;
    if (!isOf(value, type.path("type"))) return "is not " + type.path("type");
    if (type.has("enum") && !type.get("enum").valueStream().toList().contains(value))
      return "is none of " + type.get("enum");
    if (type.has("pattern") && !value.asString().matches(type.get("pattern").asString()))
      return "is not like " + type.get("pattern");
    if (type.has("maxLength") && value.asString().length() > type.get("maxLength").asInt())
      return "is too long";
    if (type.has("items"))
      for (var item : value) {
        var fault = fault(item, type.get("items"));
        if (fault != null) return fault;
      }
    return format(value, type.path("format").asString(""));
  }

  private JsonNode named(String reference) {
    return api.at(reference.substring(1));
  }

  private static boolean isOf(JsonNode value, JsonNode types) {
    if (types.isArray()) return types.valueStream().anyMatch(t -> isOf(value, t));
    return switch (types.asString("")) {
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> true;
    };
  }

  private static @Nullable String format(JsonNode value, String format) {
    try {
      switch (format) {
        case "uuid" -> UUID.fromString(value.asString());
        case "date-time" -> OffsetDateTime.parse(value.asString());
        case "date" -> LocalDate.parse(value.asString());
        default -> { }
      }
      return null;
    } catch (RuntimeException e) {
      return "is no " + format;
    }
  }
}
