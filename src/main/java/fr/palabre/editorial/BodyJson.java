package fr.palabre.editorial;

import tools.jackson.databind.json.JsonMapper;

/** How a body is kept in the database. */
final class BodyJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private BodyJson() {}

  static String write(ContentBody body) {
    return MAPPER.writeValueAsString(body);
  }

  static ContentBody read(String json) {
    return MAPPER.readValue(json, ContentBody.class);
  }
}
