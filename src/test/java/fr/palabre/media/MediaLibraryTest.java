package fr.palabre.media;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.identity.Member;
import fr.palabre.identity.Role;
import fr.palabre.testing.Brands;
import fr.palabre.testing.PalabreTest;
import fr.palabre.testing.TestImages;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PalabreTest
class MediaLibraryTest {
  @Autowired Brands brands;
  @Autowired MediaLibrary library;
  private Member me;

  @BeforeEach
  void aDesigner() {
    me = brands.member(brands.brand(), Role.DESIGNER);
  }

  @Test
  void anImageIsKnownByItsContentNotItsName() {
    var added = added(TestImages.png(640, 480), "fournée.txt");
    assertThat(added.mimeType()).isEqualTo("image/png");
    assertThat(added.width()).isEqualTo(640);
  }

  @Test
  void whatOnlyPretendsToBeAnImageIsRefused() {
    assertThat(add("<svg onload=alert(1)>".repeat(9).getBytes(), "photo.png"))
        .isEqualTo(new Upload.Refused(Upload.Reason.NOT_AN_IMAGE));
  }

  @Test
  void aDamagedImageIsRefused() {
    var bytes = java.util.Arrays.copyOf(TestImages.png(64, 64), 40);
    bytes[17] = 'X';
    bytes[12] = 'X';
    assertThat(add(bytes, "photo.png"))
        .isEqualTo(new Upload.Refused(Upload.Reason.UNREADABLE));
  }

  @Test
  void theSameImageBroughtTwiceIsKeptOnce() {
    var first = added(TestImages.png(64, 48), "a.png");
    assertThat(added(TestImages.png(64, 48), "b.png").id()).isEqualTo(first.id());
  }

  @Test
  void aPhotographIsTurnedUprightAndForgetsWhereItWasTaken() {
    var asset = added(TestImages.jpegHeldSideways(200, 100), "photo.jpg");
    assertThat(asset.width()).isEqualTo(100);
    assertThat(asset.height()).isEqualTo(200);
    assertThat(new String(read(asset), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif");
  }

  @Test
  void anImageTooHeavyIsReducedBesideItsOriginal() {
    var heavy = added(TestImages.noise(900, 700), "four.png");
    within(() -> {
      library.describe(me, heavy.id(), "Le four à bois");
      return true;
    });
    var light = within(() -> library.reduce(me, heavy.id(), 60_000, null)).orElseThrow();
    assertThat(light.bytes()).isLessThanOrEqualTo(60_000);
    assertThat(light.altText()).isEqualTo("Le four à bois");
    assertThat(light.id()).isNotEqualTo(heavy.id());
  }

  @Test
  void aLibraryIsSearchedByWhatItsImagesShow() {
    var oven = added(TestImages.png(30, 30), "IMG_0042.png");
    added(TestImages.png(31, 31), "vitrine_noel.png");
    within(() -> {
      library.describe(me, oven.id(), "Des miches dorées");
      return true;
    });
    assertThat(within(() -> library.page(me.workspaceId(), "miche doree", null, 10)))
        .extracting(Asset::id).containsExactly(oven.id());
    assertThat(within(() -> library.page(me.workspaceId(), "noël", null, 10))).hasSize(1);
  }

  @Test
  void anImageNothingShowsCanBeRemoved() {
    var asset = added(TestImages.png(32, 32), "a.png");
    assertThat(within(() -> library.remove(me, asset.id()))).isTrue();
    assertThat(within(() -> library.find(me.workspaceId(), asset.id()))).isEmpty();
  }

  private byte[] read(Asset asset) {
    try {
      return java.nio.file.Files.readAllBytes(
          java.nio.file.Path.of("target/test-data/media").resolve(asset.path()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Asset added(byte[] bytes, String name) {
    return ((Upload.Added) add(bytes, name)).asset();
  }

  private Upload add(byte[] bytes, String name) {
    return within(() -> library.add(me.workspaceId(), me.user(), name, bytes));
  }

  private <T> T within(Supplier<T> work) {
    return brands.within(me.workspace(), work);
  }
}
