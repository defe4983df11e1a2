package fr.palabre.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the person who installs Palabre may set; every entry stands, commented, in
 * {@code palabre.example.env}.
 *
 * @param data folder of the embedded database, the media and the key
 * @param databaseUrl JDBC address of an external PostgreSQL, owner's rights; empty: embedded
 * @param databaseUser owner's name on the external PostgreSQL
 * @param databasePassword owner's password on the external PostgreSQL
 * @param publicUrl address under which people reach Palabre, used in e-mails and by OAuth; empty:
 *     the address of the request
 * @param secretKey 32 bytes in Base64 that encrypt tokens; empty: made once in the data folder
 * @param outgoingPrivate hosts on private addresses that outgoing calls may reach all the same
 * @param demo whether the demo network may be connected and its brand created
 */
@ConfigurationProperties("palabre")
public record PalabreSettings(
    @DefaultValue("data") Path data,
    @Nullable String databaseUrl,
    @Nullable String databaseUser,
    @Nullable String databasePassword,
    @Nullable URI publicUrl,
    @Nullable String secretKey,
    @DefaultValue List<String> outgoingPrivate,
    @DefaultValue("false") boolean demo) {

  public PalabreSettings {
    databaseUser = blankToNull(databaseUser);
    databasePassword = blankToNull(databasePassword);
    if (publicUrl != null && publicUrl.toString().isBlank()) publicUrl = null;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  public boolean embeddedDatabase() {
    return databaseUrl == null || databaseUrl.isBlank();
  }

  /** Whether the key was given to us rather than made in the data folder. */
  public boolean keyGiven() {
    return secretKey != null && !secretKey.isBlank();
  }
}
