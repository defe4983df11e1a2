package fr.palabre.platform.backup;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaLibrary;
import fr.palabre.network.Accounts;
import fr.palabre.network.NetworkCalls;
import fr.palabre.network.PublishesPosts;
import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.files.FileStore;
import fr.palabre.testing.House;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Someone who comes to see whether a restored house is as it was. */
record RestoredVisit(House house) {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  static String[] options(PalabreSettings settings) {
    var database = settings.databaseUrl();
    return database == null
        ? new String[] {"--palabre.data=" + settings.data()}
        : new String[] {"--palabre.data=" + settings.data(), "--palabre.database-url=" + database,
            "--palabre.database-user=postgres", "--palabre.database-password=postgres"};
  }

  /** Through the sign-in page; true if the brand's page opens then. */
  boolean signIn(String email, String password) throws Exception {
    try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NORMAL).build()) {
      var address = URI.create(house.address() + "/connexion");
      var page = browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      var token = TOKEN.matcher(page.body());
      if (!token.find()) throw new IllegalStateException("No form to sign in with");
      var form = form(Map.of("email", email, "password", password, "retour", "/",
          "_csrf", token.group(1)));
      var opened = browser.send(HttpRequest.newBuilder(address)
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
      return opened.statusCode() == 200 && !opened.uri().getPath().equals("/connexion");
    }
  }

  int imagesThatShow() {
    var brand = brand();
    var images = house.bean(RowScope.class).within(brand.value(), () ->
        house.bean(JdbcClient.class).sql("select id from media_asset").query(UUID.class).list());
    for (var id : images) {
      var asset = house.bean(MediaLibrary.class).asset(brand, new AssetId(id));
      if (house.bean(FileStore.class).read(asset.path()).length != asset.bytes())
        throw new IllegalStateException("Image " + id + " is not what it was");
    }
    return images.size();
  }

  /** How many accounts' sealed credentials the key that came back opens. */
  int accountsThatOpen() {
    var brand = brand();
    var accounts = house.bean(RowScope.class).within(brand.value(), () ->
        house.bean(Accounts.class).connected(brand));
    for (var account : accounts)
      house.bean(NetworkCalls.class).call(account, PublishesPosts.class,
          (_, session) -> session.credentials());
    return accounts.size();
  }

  private WorkspaceId brand() {
    return new WorkspaceId(house.bean(RowScope.class).everywhere(() -> house.bean(JdbcClient.class)
        .sql("select id from identity_workspace where demo").query(UUID.class).single()));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
