package fr.palabre.platform.http;

import fr.palabre.platform.PalabreSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps outgoing calls from reaching the machine's own network: an address typed by a person must
 * not become a door to what stands behind the firewall.
 */
@Component
class AddressGuard {
  private final List<String> allowed;

  AddressGuard(PalabreSettings settings) {
    this.allowed = settings.outgoingPrivate();
  }

  /** Why this address may not be called; empty if it may. */
  Optional<String> refusal(URI address) {
    if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme()))
      return Optional.of("not a web address");
    if (allowed.contains(address.getHost())) return Optional.empty();
    if (!"https".equals(address.getScheme())) return Optional.of("not encrypted (https)");
    try {
      for (var ip : InetAddress.getAllByName(address.getHost()))
        if (isPrivate(ip)) return Optional.of("private address");
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of("unknown host");
    }
  }

  /** Asked again of the very address a line goes to: a name may lead elsewhere a moment later. */
  boolean mayReach(String host, InetAddress ip) {
    return allowed.contains(host) || !isPrivate(ip);
  }

  private static boolean isPrivate(InetAddress ip) {
    return ip.isLoopbackAddress() || ip.isAnyLocalAddress() || ip.isLinkLocalAddress()
        || ip.isSiteLocalAddress() || ip.isMulticastAddress() || isUniqueLocal(ip)
        || isCarrierNat(ip);
  }

  // fc00::/7, RFC 4193.
  private static boolean isUniqueLocal(InetAddress ip) {
    return ip.getAddress().length == 16 && (ip.getAddress()[0] & 0xfe) == 0xfc;
  }

  // 100.64.0.0/10, RFC 6598.
  private static boolean isCarrierNat(InetAddress ip) {
    var bytes = ip.getAddress();
    return bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
  }
}
