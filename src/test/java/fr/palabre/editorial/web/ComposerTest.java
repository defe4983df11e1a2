package fr.palabre.editorial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.palabre.editorial.Adaptation;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Contents;
import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.identity.Workspace;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.Credentials;
import fr.palabre.network.NetworkId;
import fr.palabre.testing.Brands;
import fr.palabre.testing.MovableClock;
import fr.palabre.testing.PalabreTest;
import fr.palabre.testing.PaperNetworks;
import fr.palabre.testing.TestImages;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The composer as a browser uses it, with scripts and without. */
@PalabreTest
@Import(PaperNetworks.class)
class ComposerTest {
  @Autowired MockMvc mvc;
  @Autowired Brands brands;
  @Autowired Accounts accounts;
  @Autowired Contents contents;
  @Autowired MovableClock clock;
  private Workspace brand;
  private Member writer;
  private Member manager;
  private AccountId note;
  private String id;

  @BeforeEach
  void aDesk() {
    clock.set(MovableClock.START);
    brand = brands.brand();
    writer = brands.member(brand, Role.COMMUNITY_MANAGER);
    manager = brands.member(brand, Role.MANAGER);
    note = account("note");
    id = UUID.randomUUID().toString();
  }

  @Test
  void anEmptyPageOpensOnTheSlotItWasAskedFromAndKeepsNothing() throws Exception {
    mvc.perform(get(at("/nouveau?jour=2026-11-26&heure=18:30"))
            .cookie(brands.session(writer.user())))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("jeudi 18")));
    mvc.perform(get("/" + brand.slug() + "/contenus").cookie(brands.session(writer.user())))
        .andExpect(content().string(not(containsString("class=\"rows\""))));
  }

  @Test
  void aPlainFormIsEnoughToWriteSubmitAndValidate() throws Exception {
    send(writer, "/soumission", typed("Pain de seigle.").param("jour", "2026-11-26")
        .param("heure", "09:30").param("vue", "")).andExpect(status().is3xxRedirection());
    assertThat(kept().stage()).isEqualTo(ContentStage.SUBMITTED);
    send(manager, "/validation", form().param("lu", kept().hash()));
    assertThat(kept().stage()).isEqualTo(ContentStage.SCHEDULED);
    assertThat(kept().planned().local()).isEqualTo(LocalDateTime.parse("2026-11-26T09:30"));
  }

  @Test
  void savingWhileTypingBringsBackAllButTheFields() throws Exception {
    send(writer, "", typed("Pain de seigle.").header("HX-Request", "true"))
        .andExpect(status().isOk())
        .andExpect(header().string("X-Saved", "1"))
        .andExpect(content().string(containsString("id=\"checks\"")))
        .andExpect(content().string(not(containsString("id=\"texte\""))));
  }

  @Test
  void typingInAPanelMakesItDifferAndNothingElseDoes() throws Exception {
    var letter = account("letter");
    send(writer, "", typed("Commun.").param("compte", letter.toString())
        .param("texte." + note, "Commun.").param("texte." + letter, "À part."));
    assertThat(on(note).differs()).isFalse();
    assertThat(on(letter).text()).isEqualTo("À part.");
    // Without scripts, the panel still holds the common text of before.
    send(writer, "", typed("Commun, changé.").param("compte", letter.toString())
        .param("version", "1").param("texte." + note, "Commun.")
        .param("texte." + letter, "À part."));
    assertThat(on(note).differs()).isFalse();
  }

  @Test
  void anAccountSetAsideKeepsWhatWasWrittenForIt() throws Exception {
    send(writer, "", typed("Commun.").param("texte." + note, "Pour la note."));
    send(writer, "", form().param("version", "1").param("texte", "Commun."));
    assertThat(kept().body().chosen()).isEmpty();
    send(writer, "", typed("Commun.").param("version", "2"));
    assertThat(on(note).text()).isEqualTo("Pour la note.");
  }

  @Test
  void twoPeopleEditingSeeBothTextsAndChoose() throws Exception {
    send(writer, "", typed("Premier jet."));
    send(manager, "", typed("Le jet de la responsable.").param("version", "1"));
    var answer = send(writer, "", typed("Mon jet à moi.").param("version", "1"))
        .andReturn().getResponse().getRedirectedUrl();
    mvc.perform(get(answer).cookie(brands.session(writer.user())))
        .andExpect(content().string(containsString("Le jet de la responsable.")))
        .andExpect(content().string(containsString("Mon jet à moi.")));
    mvc.perform(post(answer).cookie(brands.session(writer.user())).with(csrf()));
    assertThat(kept().body().text()).isEqualTo("Mon jet à moi.");
  }

  @Test
  void missingWordsOnAnImageAreAskedForOnce() throws Exception {
    addImage(TestImages.png(64, 48));
    var asset = kept().body().images().getFirst().asset();
    var request = typed("Avec image.").param("version", "1").param("image", asset.toString());
    send(writer, "/soumission", request)
        .andExpect(header().string("Location", containsString("refus=ALT_MISSING")));
    assertThat(kept().stage()).isEqualTo(ContentStage.DRAFT);
    send(writer, "/soumission", typed("Avec image.").param("version", "2")
        .param("image", asset.toString()).param("sansDescription", "true"));
    assertThat(kept().stage()).isEqualTo(ContentStage.SUBMITTED);
  }

  @Test
  void anImageTooHeavyForANetworkIsReducedForItOnly() throws Exception {
    var letter = account("letter");
    addImage(TestImages.noise(700, 500));
    var heavy = kept().body().images().getFirst().asset();
    send(writer, "/reductions?pour=" + note + "&cible=" + heavy, typed("Avec image.")
        .param("compte", letter.toString()).param("version", "1")
        .param("image", heavy.toString()).param("alt." + heavy, "La pâte lève"));
    assertThat(on(letter).images()).isNull();
    assertThat(on(note).images()).singleElement().satisfies(image -> {
      assertThat(image.asset()).isNotEqualTo(heavy);
      assertThat(image.altText()).isEqualTo("La pâte lève");
    });
  }

  @Test
  void whatANetworkWouldRefuseIsSaidInPlainWords() throws Exception {
    send(writer, "", typed("x".repeat(312)).header("HX-Request", "true"))
        .andExpect(content().string(containsString("312 caractères, 300 au plus")));
    send(writer, "/fil?pour=" + note, typed("Une phrase assez longue. ".repeat(16))
        .param("version", "1").header("HX-Request", "true"))
        .andExpect(content().string(not(containsString("300 au plus"))));
    assertThat(on(note).thread()).isTrue();
  }

  @Test
  void aPersonAloneIsOfferedToPublishNow() throws Exception {
    var alone = brands.brand();
    var owner = brands.member(alone, Role.ADMINISTRATOR);
    mvc.perform(get("/" + alone.slug() + "/contenus/nouveau")
            .cookie(brands.session(owner.user())))
        .andExpect(content().string(containsString("Publier maintenant")));
    mvc.perform(get(at("/nouveau")).cookie(brands.session(writer.user())))
        .andExpect(content().string(not(containsString("Publier maintenant"))));
  }

  @Test
  void aContentIsDuplicatedDeletedAndBroughtBack() throws Exception {
    send(writer, "", typed("Pain de seigle."));
    send(writer, "/copies", form());
    send(writer, "/suppression", form());
    mvc.perform(get(at("/" + id)).cookie(brands.session(writer.user())))
        .andExpect(status().isNotFound());
    send(writer, "/retablissement", form());
    assertThat(kept().body().text()).isEqualTo("Pain de seigle.");
  }

  private AccountId account(String network) {
    var handle = network + "-" + UUID.randomUUID();
    return accounts.connect(brand.id(), null, new NetworkId(network), new Connected(handle,
        handle, "Le Fournil", null, Map.of(), new Credentials(Map.of(), null), Set.of()));
  }

  private void addImage(byte[] bytes) throws Exception {
    mvc.perform(multipart(at("/" + id + "/images"))
        .file(new MockMultipartFile("fichiers", "four.png", "image/png", bytes))
        .param("texte", "Avec image.").param("compte", note.toString())
        .cookie(brands.session(writer.user())).with(csrf()));
  }

  private static MockHttpServletRequestBuilder form() {
    return post("/");
  }

  private MockHttpServletRequestBuilder typed(String text) {
    return form().param("texte", text).param("compte", note.toString());
  }

  private ResultActions send(Member me, String below,
      AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return mvc.perform(request.uri(at("/" + id + below)).cookie(brands.session(me.user()))
        .with(csrf()));
  }

  private Content kept() {
    return brands.within(brand, () ->
        contents.content(brand.id(), new ContentId(UUID.fromString(id))));
  }

  private Adaptation on(AccountId account) {
    return kept().body().on(account).orElseThrow();
  }

  private String at(String path) {
    return "/" + brand.slug() + "/contenus" + path;
  }
}
