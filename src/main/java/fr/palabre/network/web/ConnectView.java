package fr.palabre.network.web;

import fr.palabre.network.ConnectField;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Connectors;
import fr.palabre.network.ConnectsByForm;
import fr.palabre.network.ConnectsByOAuth;
import fr.palabre.network.NetworkConnector;
import fr.palabre.platform.web.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form that connects an account of one network, made of the fields its connector names.
 *
 * @param account whom to reconnect; null for a new account
 * @param leaves whether the person will be sent to the network to say yes there
 * @param error why it did not work the last time; null the first time
 */
public record ConnectView(
    String network,
    String name,
    boolean simulated,
    @Nullable String account,
    boolean leaves,
    List<Field> fields,
    @Nullable String error) {

  /** @param type of the input: {@code text}, {@code password} or {@code url} */
  public record Field(
      String name, String label, @Nullable String hint, String type, String value,
      boolean required) {}

  /** @param textKey key of a sentence on what the network is good for; it may not exist */
  public record Network(String id, String name, boolean simulated, String textKey) {}

  public record Leave(String name, URI address) {}

  static List<Network> networks(Connectors connectors) {
    return connectors.all().stream().filter(ConnectView::isOffered)
        .map(c -> new Network(c.id().value(), c.name(), c.simulated(),
            "network." + c.id() + ".about"))
        .toList();
  }

  static boolean isOffered(NetworkConnector connector) {
    return connector.offered()
        && (connector instanceof ConnectsByForm || connector instanceof ConnectsByOAuth);
  }

  static ConnectView form(NetworkConnector connector, Optional<ConnectedAccount> known, Page page) {
    return new ConnectView(connector.id().value(), connector.name(), connector.simulated(),
        known.map(ConnectedAccount::handle).orElse(null), connector instanceof ConnectsByOAuth,
        fields(connector, f -> remembered(f, known), page), null);
  }

  /** The same with what was typed, secrets excepted, and why it did not work. */
  static ConnectView again(NetworkConnector connector, Map<String, String> typed, String error,
      Page page) {
    return new ConnectView(connector.id().value(), connector.name(), connector.simulated(), null,
        connector instanceof ConnectsByOAuth,
        fields(connector, f -> f.kind() == ConnectField.Kind.SECRET ? ""
            : typed.getOrDefault(f.name(), ""), page), error);
  }

  private static String remembered(ConnectField field, Optional<ConnectedAccount> known) {
    if (known.isEmpty() || field.kind() == ConnectField.Kind.SECRET) return field.preset();
    var account = known.get();
    return switch (field.name()) {
      case "handle", "identifier" -> account.handle();
      case "name" -> account.displayName();
      default -> account.settings().getOrDefault(field.name(), field.preset());
    };
  }

  private static List<Field> fields(NetworkConnector connector,
      Function<ConnectField, String> value, Page page) {
    var fields = switch (connector) {
      case ConnectsByForm byForm -> byForm.fields();
      case ConnectsByOAuth byOAuth -> byOAuth.fields();
      default -> List.<ConnectField>of();
    };
    return fields.stream().map(f -> field(connector, f, value.apply(f), page)).toList();
  }

  private static Field field(NetworkConnector connector, ConnectField field, String value,
      Page page) {
    var key = "network." + connector.id() + "." + field.name();
    var type = switch (field.kind()) {
      case TEXT -> "text";
      case SECRET -> "password";
      case ADDRESS -> "url";
    };
    return new Field(field.name(), page.t(key),
        page.knows(key + ".hint") ? page.t(key + ".hint") : null, type, value, field.required());
  }
}
