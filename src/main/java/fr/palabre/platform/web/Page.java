package fr.palabre.platform.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template knows: who looks, in which language and zone, where they are, and how to say
 * things. Given to each template as {@code page}.
 */
public final class Page {
  private static final Set<String> THUMB = Set.of("day", "calendar", "message");
  private final Words words;
  private final @Nullable Viewer viewer;
  private final Locale locale;
  private final Formats formats;
  private final Clock clock;
  private final String path;
  private final List<MenuEntry> menu;
  private final @Nullable CsrfToken csrf;
  private final Assets assets;
  private final boolean fragment;
  private final @Nullable Toast toast;
  private final FrameDesk desk;
  private @Nullable FrameNews news;

  Page(Words words, @Nullable Viewer viewer, Locale locale, ZoneId zone, Clock clock, String path,
      List<MenuEntry> menu, @Nullable CsrfToken csrf, Assets assets, boolean fragment,
      @Nullable Toast toast, FrameDesk desk) {
    this.words = words;
    this.viewer = viewer;
    this.locale = locale;
    this.formats = new Formats(locale, zone);
    this.clock = clock;
    this.path = path;
    this.menu = menu;
    this.csrf = csrf;
    this.assets = assets;
    this.fragment = fragment;
    this.toast = toast;
    this.desk = desk;
  }

  /** The words behind a key, in the viewer's language. */
  public String t(String key, Object... arguments) {
    return words.say(locale, key, arguments);
  }

  /** The singular or plural of a counted thing: {@code key.one} or {@code key.other}. */
  public String count(String key, long n) {
    // French says "0 message", English "0 messages".
    boolean one = locale.getLanguage().equals("en") ? n == 1 : Math.abs(n) < 2;
    return words.say(locale, key + (one ? ".one" : ".other"), formats.number(n));
  }

  public boolean knows(String key) {
    return words.knows(locale, key);
  }

  public Formats formats() {
    return formats;
  }

  public String date(Instant at) {
    return formats.dateTime(at, now());
  }

  public String day(LocalDate day) {
    return formats.day(day);
  }

  public String time(Instant at) {
    return formats.time(at);
  }

  /** How long ago, or in how long, as people say it. */
  public String ago(Instant at) {
    return formats.ago(at, now(), this);
  }

  public String number(long n) {
    return formats.number(n);
  }

  public Instant now() {
    return clock.instant();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now(), zone());
  }

  public ZoneId zone() {
    return formats.zone();
  }

  public Locale locale() {
    return locale;
  }

  public boolean english() {
    return locale.getLanguage().equals("en");
  }

  /** @throws IllegalStateException on a page nobody signed in for */
  public Viewer viewer() {
    if (viewer == null) throw new IllegalStateException("Nobody is signed in on this page");
    return viewer;
  }

  public boolean signedIn() {
    return viewer != null;
  }

  public boolean inBrand() {
    return viewer != null && viewer.tenant() != null;
  }

  /** Address within the brand shown: {@code page.to("messagerie")}. */
  public String to(String below) {
    return "/" + viewer().tenantPath() + "/" + below;
  }

  /** Content-hashed address of a static file: {@code page.asset("app.css")}. */
  public String asset(String file) {
    return assets.address(file);
  }

  public String path() {
    return path;
  }

  public boolean isAt(MenuEntry entry) {
    var base = to(entry.path());
    return path.equals(base) || path.startsWith(base + "/");
  }

  public List<MenuEntry> menu(MenuEntry.Group group) {
    return menu.stream().filter(e -> e.group() == group).toList();
  }

  /** What one reaches with a thumb: the day, the calendar, the messages. */
  public List<MenuEntry> thumb() {
    return menu.stream().filter(e -> THUMB.contains(e.icon())).limit(3).toList();
  }

  /** The gravest of what the house says of its health; null when it says nothing. */
  public HealthLight.@Nullable Light light() {
    return news().light();
  }

  /** What every page of this tenant says for now, save the one that says it in full. */
  public List<StandingNotice> notices() {
    return news().notices().stream()
        .filter(notice -> !path.equals(to(notice.path())))
        .toList();
  }

  /** What the act before this page has to say. */
  public @Nullable Toast toast() {
    return toast;
  }

  /** The viewer's choice of theme; null follows the machine's. */
  public @Nullable String theme() {
    return viewer == null || viewer.theme().equals("auto") ? null : viewer.theme();
  }

  public int waiting(MenuEntry entry) {
    return news().waiting().getOrDefault(entry.path(), 0);
  }

  private FrameNews news() {
    if (news == null) news = desk.news(viewer());
    return news;
  }

  public String csrfHeader() {
    return csrf == null ? "X-XSRF-TOKEN" : csrf.getHeaderName();
  }

  /** Hidden field's name and value that every form carries. */
  public String csrfField() {
    return csrf == null ? "_csrf" : csrf.getParameterName();
  }

  public String csrfToken() {
    return csrf == null ? "" : csrf.getToken();
  }

  /** Whether htmx asked, so that the frame around the page is already there. */
  public boolean fragment() {
    return fragment;
  }
}
