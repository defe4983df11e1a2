package fr.palabre.architecture;

import fr.palabre.identity.Member;
import fr.palabre.identity.Requires;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What the API's description says of all its operations together. */
@TestConfiguration(proxyBeanMethods = false)
class ApiBook implements GlobalOpenApiCustomizer, GlobalOperationCustomizer {
  private static final String ID = "019ab0de-0000-7000-8000-000000000010";
  private static final Map<String, String> TAGS = new LinkedHashMap<>();
  private static final Map<String, String> PROBLEMS = new TreeMap<>();

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Member.class);
    TAGS.put("Brand", "The brand, its roles, and whoever asks.");
    TAGS.put("Day", "What there is to do.");
    TAGS.put("Team", "The people who work in the brand.");
    TAGS.put("Accounts", "Accounts connected to networks: what each accepts, how it fares.");
    TAGS.put("Contents", "What the brand has to say, and when.");
    TAGS.put("Validation", "The second pair of eyes, bound to exactly what it read.");
    TAGS.put("Media", "The library of images.");
    TAGS.put("Publishing", "What goes out, what became of it, and stopping it.");
    TAGS.put("Conversations", "What the public said, and what it was answered.");
    TAGS.put("People", "The people of the public, each known once across the networks.");
    TAGS.put("Metrics", "What the networks counted.");
    TAGS.put("Journal", "What people remarked on the days.");
    TAGS.put("Reports", "What is said of a period, kept and handed on.");
    PROBLEMS.put("400", "The request cannot be read.");
    PROBLEMS.put("401", "No token, or one that is refused.");
    PROBLEMS.put("403", "The token, or its holder's role, does not allow this.");
    PROBLEMS.put("404", "Nothing answers at this address for this token.");
    PROBLEMS.put("409", "It does not stand where this can be done; nothing was changed.");
    PROBLEMS.put("412", "It is no longer as it was read; nothing was changed.");
    PROBLEMS.put("422", "Something in the request is not valid, or its idempotency key has served"
        + " for another; nothing was changed.");
    PROBLEMS.put("428", "The request does not say which version it changes: If-Match.");
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    var required = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
    if (required == null)
      required = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
    if (required == null) throw new IllegalStateException(handler + " requires nothing");
    var said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
    operation.setDescription(said + "Needs the permission `" + required.value() + "`.");
    return operation;
  }

  @Override
  public void customise(OpenAPI api) {
    api.setInfo(new Info().title("Palabre").version("1")
        .description("What the screens do, for programs. Each write is one transaction: what is not"
            + " answered by a success has not happened. A write that carries an Idempotency-Key"
            + " happens once, and its first answer is given again for a day.")
        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    api.setServers(List.of(new Server().url("/").description("This installation.")));
    api.setTags(TAGS.entrySet().stream()
        .filter(t -> uses(api, t.getKey()))
        .map(t -> new Tag().name(t.getKey()).description(t.getValue())).toList());
    api.setSecurity(List.of(new SecurityRequirement().addList("token")));
    var components = api.getComponents() == null ? new Components() : api.getComponents();
    components.setSchemas(new TreeMap<>(components.getSchemas()));
    components.addSchemas("Problem", problem());
    components.addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP)
        .scheme("bearer").description("A personal token of one brand, made under “Mon compte”."));
    api.setComponents(components);
    api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) ->
        complete(operation, method.name(), path)));
  }

  private static boolean uses(OpenAPI api, String tag) {
    return api.getPaths().values().stream().flatMap(p -> p.readOperations().stream())
        .anyMatch(o -> o.getTags().contains(tag));
  }

  private static void complete(Operation operation, String method, String path) {
    var writes = !method.equals("GET");
    var parameters = new ArrayList<>(
        operation.getParameters() == null ? List.of() : operation.getParameters());
    parameters.add(0, new Parameter().name("brand").in("path").required(true)
        .description("The brand, as its addresses name it.").example("le-fournil")
        .schema(text()));
    parameters.forEach(p -> describe(p));
    var versioned = parameters.stream().anyMatch(p -> p.getName().equals("If-Match"));
    if (writes) parameters.add(new Parameter().name("Idempotency-Key").in("header")
        .description("Names this write, so that sending it again does it once.")
        .example("2f1c7e0a-fournee").schema(text().maxLength(255)));
    operation.setParameters(parameters);
    var responses = operation.getResponses();
    for (var status : List.of("400", "401", "403", "404")) problem(responses, status);
    if (writes) for (var status : List.of("409", "422")) problem(responses, status);
    if (versioned) for (var status : List.of("412", "428")) problem(responses, status);
    if (!writes && parameters.size() > 2) problem(responses, "422");
    success(responses, versioned, parameters);
  }

  private static void success(Map<String, ApiResponse> responses, boolean versioned,
      List<Parameter> parameters) {
    responses.forEach((status, response) -> {
      if (!status.startsWith("2")) return;
      if (response.getDescription() == null || response.getDescription().equals("OK"))
        response.setDescription("Done.");
      if (versioned && !status.equals("204"))
        response.addHeaderObject("ETag", new Header().schema(text())
            .description("Its version, for If-Match and If-None-Match."));
      if (parameters.stream().anyMatch(p -> p.getName().equals("cursor")))
        response.addHeaderObject("Link", new Header().schema(text())
            .description("The address of the next page: `rel=\"next\"`; absent on the last."));
      if (status.equals("201"))
        response.addHeaderObject("Location", new Header().schema(text())
            .description("Where what was made is read."));
    });
  }

  private static void describe(Parameter p) {
    switch (p.getName()) {
      case "id" -> {
        p.setDescription("Which one.");
        p.setExample(ID);
      }
      case "If-Match" -> {
        p.setDescription("The ETag of what was read; without it, or with another, an update is"
            + " refused.");
        p.setExample("\"5e884898da28047151d0e56f\"");
      }
      default -> { }
    }
  }

  private static void problem(Map<String, ApiResponse> responses, String status) {
    responses.put(status, new ApiResponse().description(PROBLEMS.get(status)).content(
        new Content().addMediaType("application/problem+json", new MediaType()
            .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
  }

  private static Schema<?> problem() {
    var problem = new Schema<>().description("What could not be done, and why (RFC 9457)."
        + " `code` is stable and for programs; the words are in the holder's language.");
    problem.setTypes(java.util.Set.of("object"));
    problem.addProperty("title", text().example("Version attendue"));
    problem.addProperty("status", number().example(428));
    problem.addProperty("detail", text().example("Dites sur quelle version vous travaillez."));
    problem.addProperty("instance", text().example("/api/v1/le-fournil/contents"));
    problem.addProperty("code", text().example("precondition-required"));
    problem.setRequired(List.of("title", "status", "code"));
    return problem;
  }

  private static Schema<Object> text() {
    var schema = new Schema<>();
    schema.setTypes(java.util.Set.of("string"));
    return schema;
  }

  private static Schema<Object> number() {
    var schema = new Schema<>();
    schema.setTypes(java.util.Set.of("integer"));
    return schema;
  }
}
