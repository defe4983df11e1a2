package fr.palabre.network.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.network.Portraits;
import fr.palabre.network.WireStandIn;
import fr.palabre.network.WireStandIn.Response;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@PalabreTest
class PortraitPagesTest {
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired Portraits portraits;
  private byte[] picture = png(400, 300);
  private final WireStandIn network = new WireStandIn(_ ->
      new Response(200, Map.of("Content-Type", "image/png"), picture));

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void aPictureComesFromThisHouseSmallAndSquare() throws Exception {
    var answer = ask(portraits.address(network.address() + "/one.png"));
    assertThat(answer.getContentType()).isEqualTo("image/jpeg");
    var small = ImageIO.read(new ByteArrayInputStream(answer.getContentAsByteArray()));
    assertThat(small.getWidth()).isEqualTo(small.getHeight()).isEqualTo(SmallPicture.SIDE);
  }

  @Test
  void aPictureIsFetchedOnceForEverybody() throws Exception {
    var address = portraits.address(network.address() + "/two.png");
    ask(address);
    ask(address);
    assertThat(network.received()).hasSize(1);
  }

  @Test
  void whatIsNoPictureIsReplacedByNobodysOutline() throws Exception {
    picture = "<script>alert(1)</script>".getBytes();
    assertThat(ask(portraits.address(network.address() + "/three.png")).getContentType())
        .isEqualTo("image/svg+xml");
  }

  @Test
  void onlyPicturesThatPalabreHasMetAreFetched() throws Exception {
    var address = portraits.address(network.address() + "/four.png");
    var forged = address.replaceFirst("/portraits/.", "/portraits/" + (address.charAt(11) == 'A' ? 'B' : 'A'));
    assertThat(ask(forged).getStatus()).isEqualTo(404);
    assertThat(network.received()).isEmpty();
  }

  private MockHttpServletResponse ask(String address) throws Exception {
    Member me = brands.member(brands.brand(), Role.READER);
    return mvc.perform(get(address).cookie(brands.session(me.user()))).andReturn().getResponse();
  }

  private static byte[] png(int width, int height) {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
