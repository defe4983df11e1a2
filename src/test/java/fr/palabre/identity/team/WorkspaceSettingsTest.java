package fr.palabre.identity.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.Browsing;
import fr.palabre.testing.PalabreTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@PalabreTest
class WorkspaceSettingsTest {
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired JdbcClient jdbc;
  private Member admin;
  private Browsing asAdmin;

  @BeforeEach
  void aBrand() {
    admin = brands.member(brands.brand(), Role.ADMINISTRATOR);
    asAdmin = Browsing.as(mvc, brands, admin);
  }

  @Test
  void aBrandChangesItsNameLanguageZoneAndRule() throws Exception {
    asAdmin.post("reglages", "brand", "Le Moulin", "language", "en", "zone", "America/Montreal");
    var row = brands.within(admin.workspace(), () -> jdbc.sql("""
        select name || ' ' || locale || ' ' || zone || ' ' || owner_approves
          from identity_workspace""").query(String.class).single());
    assertThat(row).isEqualTo("Le Moulin en America/Montreal false");
  }

  @Test
  void aZoneThatDoesNotExistIsRefused() throws Exception {
    assertThat(asAdmin.post("reglages", "brand", "Le Moulin", "language", "fr",
        "zone", "Europe/Ys").getStatus()).isEqualTo(422);
  }

  @Test
  void aLogoIsDrawnAnewAsASmallSquare() throws Exception {
    send(png(900, 300));
    var page = asAdmin.get("reglages").getContentAsString();
    var address = page.replaceFirst("(?s).*?src=\"(/[^\"]*/logo\\?v=[^\"]*)\".*", "$1");
    var picture = ImageIO.read(new ByteArrayInputStream(asAdmin.get(address).getContentAsByteArray()));
    assertThat(picture.getWidth()).isEqualTo(128).isEqualTo(picture.getHeight());
  }

  @Test
  void aFileThatIsNoPictureIsRefused() throws Exception {
    assertThat(send("<svg onload=alert(1)>".getBytes()).getStatus()).isEqualTo(422);
  }

  @Test
  void aHugePictureIsRefusedBeforeItUnfolds() throws Exception {
    assertThat(send(png(6000, 4000)).getStatus()).isEqualTo(422);
  }

  @Test
  void aBrandDeletedTakesItsRowsAndFilesAndNothingElse() throws Exception {
    var neighbour = brands.member(brands.brand(), Role.ADMINISTRATOR);
    send(png(50, 50));
    assertThat(asAdmin.get("reglages/suppression").getContentAsString())
        .contains(admin.workspace().name());
    asAdmin.post("reglages/suppression");
    assertThat(asAdmin.get("equipe").getStatus()).isEqualTo(404);
    assertThat(Files.exists(Path.of("target/test-data/media", admin.workspaceId().toString())))
        .isFalse();
    assertThat(Browsing.as(mvc, brands, neighbour).get("equipe").getStatus()).isEqualTo(200);
    assertThat(jdbc.sql("select action from identity_journal where actor_id = :user")
        .param("user", admin.userId()).query(String.class).list()).contains("workspace.deleted");
  }

  @Test
  void everyTableOfABrandLetsGoOfItsRowsWithIt() {
    var held = jdbc.sql("""
        select c.relname
          from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
         where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
           and not c.relispartition
           and not exists (select from pg_constraint f
                            where f.conrelid = c.oid and f.contype = 'f'
                              and f.confdeltype = 'c' and a.attnum = any (f.conkey))
        """).query(String.class).list();
    assertThat(held).isEmpty();
  }

  @Test
  void noForeignKeyHoldsABrandBack() {
    assertThat(jdbc.sql("""
        select conname from pg_constraint
         where contype = 'f' and confrelid = 'identity_workspace'::regclass
           and confdeltype <> 'c'
        """).query(String.class).list()).isEmpty();
  }

  private MockHttpServletResponse send(byte[] file) throws Exception {
    return mvc.perform(multipart("/" + admin.workspace().slug() + "/reglages/logo")
            .file(new MockMultipartFile("logo", "logo.png", "image/png", file))
            .with(csrf()).cookie(brands.session(admin.user())))
        .andReturn().getResponse();
  }

  private static byte[] png(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
