package fr.palabre.network.connector.village;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.network.Accounts;
import fr.palabre.network.ConnectResult.Connected;
import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.DemoPast;
import fr.palabre.network.Inbound;
import fr.palabre.network.Metric;
import fr.palabre.network.connector.village.VillageMessage.Kind;
import fr.palabre.network.connector.village.VillageStore.Place;
import fr.palabre.platform.demo.DemoScene;
import fr.palabre.platform.demo.DemoStage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The weeks the demo brand lived through in the village before its first day. */
@Component
class VillagePast implements DemoScene, DemoPast {
  private static final String HANDLE = "fournil_des_lilas";
  private static final Duration ACCOUNT_AGE = Duration.ofDays(200);
  private static final Duration STILL_FRESH = Duration.ofHours(24);
  private final Village village;
  private final VillageStore store;
  private final VillageLife life;
  private final VillageGate gate;
  private final Accounts accounts;

  VillagePast(Village village, VillageStore store, VillageLife life, VillageGate gate,
      Accounts accounts) {
    this.village = village;
    this.store = store;
    this.life = life;
    this.gate = gate;
    this.accounts = accounts;
  }

  @Override
  public int order() {
    return 10;
  }

  /** Connects the account and writes its past; of the last day, the public is not answered yet. */
  @Override
  public void play(DemoStage stage) {
    var workspace = new WorkspaceId(stage.tenant());
    var entered = (Connected) gate.enter(HANDLE, "Le Fournil des Lilas");
    var settings = Map.of("opened", stage.now().minus(ACCOUNT_AGE).toString(),
        "stage", stage.now().toString(), "zone", stage.zone().getId());
    var id = accounts.connect(workspace, null, VillageConnector.ID, new Connected(
        entered.remoteId(), entered.handle(), entered.displayName(), null, settings,
        entered.credentials(), Set.of()));
    var account = accounts.account(workspace, id);
    village.accountMetrics(account, stage.now());
    for (var post : past(account)) write(place(account), post, stage.now());
  }

  @Override
  public List<PastPost> posts(WorkspaceId workspace) {
    return accounts.connected(workspace).stream()
        .filter(a -> a.network().equals(VillageConnector.ID) && a.settings().containsKey("stage"))
        .flatMap(a -> past(a).stream())
        .toList();
  }

  @Override
  public Map<Metric, Long> postMetrics(WorkspaceId workspace, PastPost post, Instant at) {
    var account = accounts.account(workspace, post.account());
    return village.countAt(account, message(post), at);
  }

  @Override
  public Map<Metric, Long> accountMetrics(WorkspaceId workspace, AccountId account, Instant at) {
    return village.accountMetrics(accounts.account(workspace, account), at);
  }

  private void write(Place place, PastPost post, Instant now) {
    var message = message(post);
    store.write(place, message);
    var plan = life.afterPost(message);
    var fresh = post.at().isAfter(now.minus(STILL_FRESH));
    if (fresh) plan.messages().forEach(m -> store.write(place, m));
    plan.events().stream()
        .filter(e -> fresh || e.what().type().equals("reaction"))
        .forEach(e -> store.plan(place, e));
    post.dialogues().forEach(d -> write(place, post, d));
  }

  private void write(Place place, PastPost post, PastDialogue dialogue) {
    var asked = dialogue.question();
    store.write(place, new VillageMessage(asked.remoteId(), asked.author().handle(), Kind.REPLY,
        asked.text(), 0, post.remoteId(), post.remoteId(), Intent.THANKS, 9, asked.at()));
    store.write(place, new VillageMessage(dialogue.answerRemoteId(), null, Kind.REPLY,
        dialogue.answer(), 0, asked.remoteId(), post.remoteId(), null, 0, dialogue.answeredAt()));
  }

  private List<PastPost> past(ConnectedAccount account) {
    var posts = new ArrayList<PastPost>();
    for (var entry : PastScript.read()) posts.add(post(account, posts.size(), entry));
    return posts;
  }

  private PastPost post(ConnectedAccount account, int number, PastScript.Entry entry) {
    var id = "b-past-%02d".formatted(number);
    var at = at(account, entry);
    var dialogues = new ArrayList<PastDialogue>();
    for (var exchange : entry.exchanges())
      dialogues.add(dialogue(id, at, dialogues.size(), exchange));
    return new PastPost(account.id(), id, village.permalink(place(account), id), entry.title(), entry.text(), at,
        dialogues);
  }

  private static PastDialogue dialogue(String post, Instant at, int number,
      PastScript.Exchange exchange) {
    var who = Villager.of(exchange.villager());
    var question = new Inbound.Message(post + "-q" + number, Inbound.Kind.REPLY, who.author(),
        exchange.question(), post, post, null, List.of(), who.language(),
        at.plus(Duration.ofMinutes(exchange.askedAfter())));
    return new PastDialogue(question, exchange.answer(), post + "-a" + number,
        at.plus(Duration.ofMinutes(exchange.answeredAfter())));
  }

  private static Instant at(ConnectedAccount account, PastScript.Entry entry) {
    var stage = Instant.parse(account.setting("stage"));
    if (entry.hour().equals("now")) return stage.minus(Duration.ofMinutes(50));
    var zone = ZoneId.of(account.setting("zone"));
    return stage.atZone(zone).toLocalDate().minusDays(entry.daysAgo())
        .atTime(LocalTime.parse(entry.hour())).atZone(zone).toInstant();
  }

  private static VillageMessage message(PastPost post) {
    return new VillageMessage(post.remoteId(), null, Kind.POST, post.text(), 0, null,
        post.remoteId(), null, 0, post.at());
  }

  private static Place place(ConnectedAccount account) {
    return new Place(account.workspace().value(), account.remoteId());
  }
}
