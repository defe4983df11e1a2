package fr.palabre.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.palabre.platform.PalabreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The example file of settings is true: every setting stands in it, and each of its lines works. */
class SettingsExampleTest {
  private static final Path EXAMPLE = Path.of("palabre.example.env");
  private static final Pattern SETTING = Pattern.compile("(?m)^# (PALABRE_[A-Z_]+)=(.*)$");
  private static final Pattern USED = Pattern.compile("\\$\\{(PALABRE_[A-Z_]+)[:}]");

  @Test
  void everySettingThatIsReadStandsInTheExample() throws IOException {
    var used = new TreeSet<String>();
    for (var file : new Path[] {
      Path.of("src/main/resources/application.yaml"), Path.of("bin/palabre")})
      USED.matcher(Sources.text(file)).results().map(m -> m.group(1)).forEach(used::add);
    assertThat(example().keySet()).isEqualTo(used);
  }

  @Test
  void theExampleBindsAsItStands() throws IOException {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("example", example()));
    new YamlPropertySourceLoader()
        .load("application", new ClassPathResource("application.yaml"))
        .forEach(environment.getPropertySources()::addLast);
    ConfigurationPropertySources.attach(environment);
    var settings = Binder.get(environment).bind("palabre", PalabreSettings.class).get();
    assertThat(settings.databaseUrl()).isEqualTo("postgresql://localhost:5432/palabre");
    assertThat(settings.publicUrl()).hasHost("palabre.example.org");
    assertThat(settings.demo()).isFalse();
    assertThat(environment.getProperty("server.port", Integer.class)).isEqualTo(8080);
  }

  private static Map<String, Object> example() {
    var settings = new LinkedHashMap<String, Object>();
    SETTING.matcher(Sources.text(EXAMPLE)).results()
        .forEach(m -> settings.put(m.group(1), m.group(2)));
    return new java.util.TreeMap<>(settings);
  }
}
