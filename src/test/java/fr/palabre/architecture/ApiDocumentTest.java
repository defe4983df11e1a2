package fr.palabre.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Role;
import fr.palabre.testing.ApiCalls;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API's description, written from the controllers, is the one that the house serves, and says
 * of each operation what a stranger must know.
 */
@PalabreTest
@Import(ApiBook.class)
@TestPropertySource(properties = {
    "springdoc.api-docs.enabled=true",
    "springdoc.api-docs.path=/api/v1/openapi-written",
    "springdoc.api-docs.version=openapi_3_1",
    "springdoc.paths-to-match=/api/v1/{brand}/**,/api/v1/{brand}",
    "springdoc.default-produces-media-type=application/json",
    "springdoc.override-with-generic-response=false",
    "springdoc.default-flat-param-object=true"})
class ApiDocumentTest {
  private static final Path SERVED = Path.of("src/main/resources/api/openapi.json");
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.INDENT_OUTPUT)
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  private JsonNode api;

  @BeforeEach
  void write() throws Exception {
    var bearer = brands.bearer(brands.member(brands.brand(), Role.READER));
    var response = mvc.perform(MockMvcRequestBuilders.get("/api/v1/openapi-written")
        .header("Authorization", bearer)).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(200);
    api = ApiCalls.json(response);
  }

  @Test
  void theServedDescriptionIsInStep() throws Exception {
    var written = JSON.writeValueAsString(JSON.treeToValue(api, Object.class)) + "\n";
    if (Boolean.getBoolean("palabre.openapi.write")) Files.writeString(SERVED, written);
    assertThat(Files.readString(SERVED))
        .as("run this test with -Dpalabre.openapi.write=true, and read what changed")
        .isEqualTo(written);
  }

  @Test
  void aStrangerReadsTheDescriptionAndKeepsIt() throws Exception {
    var read = mvc.perform(MockMvcRequestBuilders.get("/api/v1/openapi")).andReturn().getResponse();
    assertThat(read.getStatus()).isEqualTo(200);
    var again = mvc.perform(MockMvcRequestBuilders.get("/api/v1/openapi")
        .header("If-None-Match", read.getHeader("ETag"))).andReturn().getResponse();
    assertThat(again.getStatus()).isEqualTo(304);
  }

  @Test
  void itIsOpenApi31() {
    assertThat(api.get("openapi").asString()).startsWith("3.1");
    assertThat(api.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
    assertThat(api.get("security").get(0).has("token")).isTrue();
  }

  @Test
  void everyOperationSaysWhatAStrangerMustKnow() {
    var lacking = new TreeSet<String>();
    var names = new ArrayList<String>();
    for (var operation : operations()) {
      var name = operation.path("operationId").asString("");
      names.add(name);
      if (!name.matches("[a-z][a-zA-Z]+")) lacking.add("operationId: " + name);
      if (operation.path("summary").asString("").isBlank()) lacking.add("summary: " + name);
      if (operation.path("tags").size() != 1) lacking.add("tags: " + name);
      for (var status : List.of("400", "401", "403", "404"))
        if (!operation.at("/responses/" + status + "/content").has("application/problem+json"))
          lacking.add(status + ": " + name);
      for (var parameter : operation.path("parameters"))
        if (parameter.path("description").asString("").isBlank())
          lacking.add("parameter " + parameter.path("name") + ": " + name);
      if (operation.get("responses").propertyNames().stream().noneMatch(s -> s.startsWith("2")))
        lacking.add("success: " + name);
    }
    assertThat(lacking).isEmpty();
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void everyWriteMayBeSentTwiceAndEveryReplacementNamesItsVersion() {
    var lacking = new TreeSet<String>();
    for (var path : api.get("paths"))
      for (var method : path.propertyNames()) {
        var operation = path.get(method);
        var parameters = operation.path("parameters").findValuesAsString("name");
        if (!method.equals("get") && !parameters.contains("Idempotency-Key"))
          lacking.add("key: " + operation.get("operationId"));
        if (method.equals("put") && !parameters.contains("If-Match"))
          lacking.add("version: " + operation.get("operationId"));
      }
    assertThat(lacking).isEmpty();
  }

  @Test
  void everyTagIsDescribedAndUsed() {
    var used = new TreeSet<String>();
    operations().forEach(o -> o.get("tags").forEach(t -> used.add(t.asString())));
    assertThat(new TreeSet<>(api.get("tags").findValuesAsString("name"))).isEqualTo(used);
  }

  @Test
  void everySchemaIsUsedAndEveryReferenceLeadsSomewhere() {
    var known = new TreeSet<>(api.at("/components/schemas").propertyNames());
    var used = new HashSet<String>();
    var toFollow = new ArrayList<>(references(api.get("paths")));
    while (!toFollow.isEmpty()) {
      var name = toFollow.removeLast();
      if (used.add(name)) toFollow.addAll(references(api.at("/components/schemas/" + name)));
    }
    assertThat(new TreeSet<>(used)).isEqualTo(known);
  }

  @Test
  void everyExampleIsValid() {
    var examples = new ApiExamples(api);
    assertThat(examples.seen()).isGreaterThan(100);
    assertThat(examples.wrong()).isEmpty();
  }

  private List<JsonNode> operations() {
    return api.get("paths").values().stream().flatMap(p -> p.values().stream()).toList();
  }

  private static Set<String> references(JsonNode node) {
    var found = new HashSet<String>();
    node.findValues("$ref").stream()
        .map(JsonNode::asString)
        .forEach(ref -> found.add(ref.substring(ref.lastIndexOf('/') + 1)));
    return found;
  }
}
