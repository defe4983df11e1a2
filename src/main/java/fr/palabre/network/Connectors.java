package fr.palabre.network;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The networks this house speaks with: every connector found as a bean. */
@Component
public class Connectors {
  private final Map<String, NetworkConnector> byId;

  @Autowired
  Connectors(ObjectProvider<NetworkConnector> found) {
    this(found.stream().toList());
  }

  Connectors(List<NetworkConnector> found) {
    this.byId = new TreeMap<>(found.stream()
        .collect(Collectors.toMap(c -> c.id().value(), Function.identity())));
  }

  public List<NetworkConnector> all() {
    return List.copyOf(byId.values());
  }

  public Optional<NetworkConnector> find(NetworkId id) {
    return Optional.ofNullable(byId.get(id.value()));
  }

  /** @throws NoSuchElementException if no connector of that name is installed */
  public NetworkConnector connector(NetworkId id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("No connector " + id));
  }
}
