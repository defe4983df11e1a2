package fr.palabre.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.palabre.network.NetworkConnector;
import fr.palabre.testing.PalabreTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Adding a network changes no line elsewhere: its folder is the only place where its name is. */
@PalabreTest
class ConnectorIsolationTest {
  private static final String CONNECTORS = "fr.palabre.network.connector";
  private static final Path FOLDERS = Path.of("src/main/java/fr/palabre/network/connector");
  private static final JavaClasses HOUSE = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      // What the build writes to make the beans at start bears two underscores, and names them all.
      .withImportOption(location -> !location.contains("__"))
      .importPackages("fr.palabre");
  @Autowired List<NetworkConnector> connectors;

  @Test
  void nobodyOutsideAConnectorsFolderDependsOnIt() throws IOException {
    for (var id : folders()) {
      var own = CONNECTORS + "." + id + "..";
      classes().that().resideInAPackage(own)
          .should().onlyBeAccessed().byAnyPackage(own).check(HOUSE);
      noClasses().that().resideOutsideOfPackage(own)
          .should().dependOnClassesThat().resideInAPackage(own).check(HOUSE);
    }
  }

  @Test
  void aConnectorStandsOnTheContractAndTheFloorOnly() {
    classes().that().resideInAPackage(CONNECTORS + "..")
        .should().onlyDependOnClassesThat().resideOutsideOfPackages(
            "fr.palabre.network.web..", "fr.palabre.network.intake..",
            "fr.palabre.network.portrait..")
        .check(HOUSE);
  }

  @Test
  void eachConnectorsFolderBearsItsId() throws IOException {
    assertThat(connectors).extracting(c -> c.id().value()).containsExactlyInAnyOrderElementsOf(
        folders());
  }

  @Test
  void noNetworksNameStandsOutsideItsFolder() throws IOException {
    var named = new TreeSet<String>();
    for (var connector : connectors) {
      var id = connector.id().value();
      var own = Pattern.compile(
          "/connector/" + id + "/|/jte/network/" + id + "/|/messages/network-" + id + "[._]");
      var name = Pattern.compile("(?i)\\b" + Pattern.quote(id) + "\\b|"
          + Pattern.quote(connector.name()), Pattern.UNICODE_CHARACTER_CLASS);
      sources().filter(file -> !own.matcher(file.toString()).find() && !isSpecimen(file))
          .filter(file -> name.matcher(Sources.text(file)).find())
          .forEach(file -> named.add(id + " in " + file));
    }
    assertThat(named).isEmpty();
  }

  @Test
  void eachNetworkHasItsMarkItsWordsAndItsPage() {
    assertThat(connectors).allSatisfy(connector -> {
      assertThat(Sources.text(Path.of("src/main/resources/static/sprite.svg")))
          .contains("id=\"" + connector.icon() + "\"");
      assertThat(Path.of("src/main/resources/messages/network-" + connector.id() + ".properties"))
          .exists();
      assertThat(Path.of("docs/networks/" + connector.id() + ".md")).exists();
    });
  }

  /** The page of components shows specimens, and the marks themselves. */
  private static boolean isSpecimen(Path file) {
    var path = file.toString();
    return path.contains("/kit/") || path.contains("KitPage") || path.contains("/kit");
  }

  private static Stream<Path> sources() throws IOException {
    return Stream.of(Sources.under(Sources.JAVA, ".java"), Sources.under(Sources.TEMPLATES, ".jte"),
        Sources.under(Sources.MESSAGES, ".properties")).flatMap(List::stream);
  }

  private static List<String> folders() throws IOException {
    try (var folders = Files.list(FOLDERS)) {
      return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList();
    }
  }
}
