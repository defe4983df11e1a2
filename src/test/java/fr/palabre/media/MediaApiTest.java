package fr.palabre.media;

import static fr.palabre.testing.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import fr.palabre.identity.Role;
import fr.palabre.testing.ApiCalls;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import fr.palabre.testing.TestImages;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What programs may rely on when they bring images. */
@PalabreTest
class MediaApiTest {
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  private ApiCalls api;

  @BeforeEach
  void arrive() {
    api = ApiCalls.of(mvc, brands, brands.member(brands.brand(), Role.COMMUNITY_MANAGER));
  }

  @Test
  void anImageSentTwiceUnderOneKeyIsOneAndIsReadBackAsSent() throws Exception {
    var picture = TestImages.png(40, 30);
    var first = bring(picture, "image-1");
    var second = bring(picture, "image-1");
    assertThat(first.getStatus()).isEqualTo(201);
    assertThat(second.getHeader("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
    var path = "/media/" + ApiCalls.id(first);
    assertThat(api.get(path + "/file").getContentType()).isEqualTo("image/png");
    assertThat(json(api.get("/media?q=miche")).get("items").size()).isOne();
  }

  @Test
  void whatIsNoImageIsNotKept() throws Exception {
    var refused = bring("bonjour".getBytes(StandardCharsets.UTF_8), "image-2");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(json(refused).get("code").asString()).isEqualTo("not-an-image");
    assertThat(json(api.get("/media")).get("items").size()).isZero();
  }

  @Test
  void aStaleUpdateIsRefused() throws Exception {
    var brought = bring(TestImages.png(30, 30), "image-3");
    var path = "/media/" + ApiCalls.id(brought);
    var etag = brought.getHeader("ETag");
    var words = "{\"altText\": \"Une miche\"}";
    assertThat(api.write(PUT, path + "/alt-text", etag, words).getStatus()).isEqualTo(200);
    assertThat(api.write(DELETE, path, etag, "").getStatus()).isEqualTo(412);
    assertThat(json(api.get(path)).get("altText").asString()).isEqualTo("Une miche");
  }

  private MockHttpServletResponse bring(byte[] bytes, String key) throws Exception {
    return api.send(api.request(POST, "/media?fileName=miche.png").content(bytes)
        .contentType(MediaType.APPLICATION_OCTET_STREAM).header("Idempotency-Key", key));
  }
}
