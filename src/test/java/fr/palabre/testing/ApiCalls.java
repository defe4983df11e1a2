package fr.palabre.testing;

import fr.palabre.identity.Member;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the API with one token, as a program does. */
public record ApiCalls(MockMvc mvc, String bearer, String brand) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static ApiCalls of(MockMvc mvc, Brands brands, Member me) {
    return new ApiCalls(mvc, brands.bearer(me), me.workspace().slug());
  }

  public MockHttpServletRequestBuilder request(HttpMethod method, String path) {
    return MockMvcRequestBuilders.request(method, "/api/v1/" + brand + path)
        .header("Authorization", bearer);
  }

  public MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse();
  }

  public MockHttpServletResponse get(String path) throws Exception {
    return send(request(HttpMethod.GET, path));
  }

  public MockHttpServletResponse post(String path, String json) throws Exception {
    return send(request(HttpMethod.POST, path).contentType(MediaType.APPLICATION_JSON)
        .content(json));
  }

  public MockHttpServletResponse post(String path, String json, String key) throws Exception {
    return send(request(HttpMethod.POST, path).contentType(MediaType.APPLICATION_JSON)
        .header("Idempotency-Key", key).content(json));
  }

  /** A write on what one read. */
  public MockHttpServletResponse write(HttpMethod method, String path, String etag, String json)
      throws Exception {
    return send(request(method, path).contentType(MediaType.APPLICATION_JSON)
        .header("If-Match", etag).content(json));
  }

  public static JsonNode json(MockHttpServletResponse response) {
    return JSON.readTree(response.getContentAsByteArray());
  }

  public static UUID id(MockHttpServletResponse response) {
    return UUID.fromString(json(response).get("id").asString());
  }
}
