import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sees what reached the networks, and when: each post is named by the number in its text, so that
 * one that came twice, not at all, or before the one planned in front of it is found out.
 */
final class Judge {
  private final Map<String, Account> byToken = new ConcurrentHashMap<>();
  private final Queue<Arrival> news = new ConcurrentLinkedQueue<>();
  private final Map<Integer, List<Instant>> arrivals = new HashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private int disordered;

  static final class Account {
    final String name;
    final AtomicInteger writes = new AtomicInteger();
    final AtomicInteger throttled = new AtomicInteger();
    final List<Status> statuses = new ArrayList<>();
    private int last = -1;

    Account(String name) {
      this.name = name;
    }
  }

  record Status(String id, String text, Instant at) {}

  private record Arrival(Account account, String text, Instant at) {}

  void knows(String token, String name) {
    byToken.put(token, new Account(name));
  }

  Account account(String token) {
    return byToken.get(token);
  }

  /** A number of its own, below 65,536, for an id. */
  int next() {
    return ids.incrementAndGet() & 0xffff;
  }

  /** Takes it down; it is judged once somebody asks. */
  void came(Account account, String text, Instant at) {
    news.add(new Arrival(account, text, at));
  }

  private synchronized Map<Integer, List<Instant>> arrivals() {
    for (var it = news.poll(); it != null; it = news.poll()) {
      int number = number(it.text);
      arrivals.computeIfAbsent(number, _ -> new ArrayList<>(1)).add(it.at);
      if (number < it.account.last) disordered++;
      it.account.last = Math.max(it.account.last, number);
    }
    return arrivals;
  }

  // The first number in the text.
  private static int number(String text) {
    int from = 0;
    while (!Character.isDigit(text.charAt(from))) from++;
    int to = from;
    while (to < text.length() && Character.isDigit(text.charAt(to))) to++;
    return Integer.parseInt(text, from, to, 10);
  }

  int seen(int from, int to) {
    var arrivals = arrivals();
    int seen = 0;
    for (int n = from; n < to; n++) if (arrivals.containsKey(n)) seen++;
    return seen;
  }

  int throttled() {
    return byToken.values().stream().mapToInt(a -> a.throttled.get()).sum();
  }

  /** The first that arrived after that instant. */
  Instant firstAfter(Instant instant) {
    return arrivals().values().stream().map(List::getFirst).filter(at -> at.isAfter(instant))
        .min(java.util.Comparator.naturalOrder()).orElseThrow();
  }

  Instant first(int number) {
    return arrivals().get(number).getFirst();
  }

  /** Returns once all of them are there, or after that long. */
  boolean await(int from, int to, Duration atMost) throws InterruptedException {
    var end = Instant.now().plus(atMost);
    while (seen(from, to) < to - from) {
      if (Instant.now().isAfter(end)) return false;
      Thread.sleep(100);
    }
    return true;
  }

  /** What became of these posts: how late each came, and those that came wrongly. */
  Verdict of(List<Integer> numbers, Instant due) {
    var arrivals = arrivals();
    var late = new ArrayList<Double>();
    int doubled = 0;
    int lost = 0;
    for (int n : numbers) {
      var came = arrivals.get(n);
      if (came == null) lost++;
      else {
        late.add(Duration.between(due, came.getFirst()).toNanos() / 1e6);
        if (came.size() > 1) doubled++;
      }
    }
    return new Verdict(numbers.size(), late.stream().mapToDouble(d -> d).sorted().toArray(), doubled,
        lost, disordered);
  }

  /**
   * @param late milliseconds between the hour and the arrival at the network, sorted
   */
  record Verdict(int posts, double[] late, int doubled, int lost, int disordered) {
    double at(double share) {
      return late.length == 0 ? Double.NaN
          : late[(int) Math.min(late.length - 1L, Math.round(Math.ceil(share * late.length)) - 1)];
    }

    double max() {
      return late.length == 0 ? Double.NaN : late[late.length - 1];
    }

    boolean clean() {
      return doubled == 0 && lost == 0 && disordered == 0 && Arrays.stream(late).allMatch(l -> l >= 0);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT,
          "posts=%d p50_ms=%.0f p99_ms=%.0f max_ms=%.0f doubled=%d lost=%d disordered=%d early=%d",
          posts, at(0.5), at(0.99), max(), doubled, lost, disordered,
          Arrays.stream(late).filter(l -> l < 0).count());
    }
  }
}
