package fr.palabre.publishing.slot;

import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Occupancy;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.network.AccountId;
import fr.palabre.publishing.WallClock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the first moment at which nothing stands, and takes it. Asks by batches of moments, each one
 * look into an index: the cost does not grow with what is planned.
 */
@Component
class FreeMoments {
  private static final int BATCH = 128;
  private final Occupancy occupancy;
  private final PlaceStore places;

  FreeMoments(Occupancy occupancy, PlaceStore places) {
    this.occupancy = occupancy;
    this.places = places;
  }

  /** The first free one, taken by nobody. */
  Optional<WallClock> first(WorkspaceId workspace, Collection<AccountId> accounts,
      Iterator<WallClock> moments) {
    return search(workspace, accounts, moments, List.of(), _ -> true);
  }

  /**
   * Takes the first free one for a content.
   *
   * @param except contents whose present date does not count: they get another one
   */
  Optional<WallClock> take(WorkspaceId workspace, Wish wish, Iterator<WallClock> moments,
      Collection<ContentId> except) {
    return search(workspace, wish.accounts(), moments, except,
        moment -> take(workspace, wish, moment, except));
  }

  private Optional<WallClock> search(WorkspaceId workspace, Collection<AccountId> accounts,
      Iterator<WallClock> moments, Collection<ContentId> except, Predicate<WallClock> takes) {
    while (moments.hasNext()) {
      var batch = batch(moments);
      var taken = occupancy.taken(workspace, accounts,
          batch.stream().map(WallClock::local).toList(), except);
      for (var moment : batch)
        if (!taken.contains(moment.local()) && takes.test(moment)) return Optional.of(moment);
    }
    return Optional.empty();
  }

  private static List<WallClock> batch(Iterator<WallClock> moments) {
    var batch = new ArrayList<WallClock>();
    while (batch.size() < BATCH && moments.hasNext()) batch.add(moments.next());
    return batch;
  }

  // Accounts in one order for all, so that two who wish for several never wait for each other.
  private boolean take(WorkspaceId workspace, Wish wish, WallClock moment,
      Collection<ContentId> except) {
    var inOrder = wish.accounts().stream().sorted(Comparator.comparing(AccountId::value)).toList();
    for (var account : inOrder)
      if (!take(workspace, wish.content(), account, moment, except)) {
        places.release(workspace, wish.content());
        return false;
      }
    return true;
  }

  // What a person moved elsewhere by hand still holds its moment here: looked at once more, it goes.
  private boolean take(WorkspaceId workspace, ContentId content, AccountId account,
      WallClock moment, Collection<ContentId> except) {
    @Nullable ContentId holder = places.take(workspace, account, moment.local(), content);
    if (holder == null || holder.equals(content)) return true;
    var stands = !occupancy
        .taken(workspace, List.of(account), List.of(moment.local()), except).isEmpty();
    return !stands && places.takeOver(workspace, account, moment.local(), holder, content);
  }

  /** A content that wants one moment for all its accounts. */
  record Wish(ContentId content, Collection<AccountId> accounts) {}
}
