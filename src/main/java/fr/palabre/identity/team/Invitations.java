package fr.palabre.identity.team;

import fr.palabre.compliance.AuditTrail;
import fr.palabre.identity.Member;
import fr.palabre.identity.NewUser;
import fr.palabre.identity.Role;
import fr.palabre.identity.UserId;
import fr.palabre.identity.Users;
import fr.palabre.identity.WorkspaceId;
import fr.palabre.identity.Workspaces;
import fr.palabre.identity.entry.HouseAddress;
import fr.palabre.identity.entry.Letters;
import fr.palabre.identity.entry.RandomToken;
import fr.palabre.platform.Ids;
import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.mail.OutgoingMail;
import fr.palabre.platform.mail.OutgoingMail.Fate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How people join a brand: a link that serves once, within seven days, until withdrawn. */
@Component
public class Invitations {
  private static final Duration LIFETIME = Duration.ofDays(7);
  private final InvitationRows rows;
  private final Users users;
  private final Workspaces workspaces;
  private final Letters letters;
  private final OutgoingMail mail;
  private final RowScope scope;
  private final AuditTrail audit;
  private final Clock clock;

  Invitations(InvitationRows rows, Users users, Workspaces workspaces, Letters letters,
      OutgoingMail mail, RowScope scope, AuditTrail audit, Clock clock) {
    this.rows = rows;
    this.users = users;
    this.workspaces = workspaces;
    this.letters = letters;
    this.mail = mail;
    this.scope = scope;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether this house can send them; if not, their links are copied. */
  public boolean byMail() {
    return letters.base().isPresent();
  }

  @Transactional(readOnly = true)
  public List<PendingInvitation> open(WorkspaceId workspace) {
    var open = rows.open(workspace);
    var fates = mail.fates(open.stream().map(InvitationRows.Open::mail)
        .filter(Objects::nonNull).toList());
    return open.stream()
        .map(row -> row.mail() == null ? row.invitation()
            : row.invitation().mailed(fates.get(row.mail())))
        .toList();
  }

  /** @param email whom to write to; null for a link that is copied and handed over */
  @Transactional
  public PendingInvitation invite(Member me, @Nullable String email, Role role) {
    var id = Ids.next();
    var token = RandomToken.next();
    var expires = clock.instant().plus(LIFETIME);
    if (email != null) rows.withdrawTo(me.workspaceId(), email);
    var letter = email == null ? null : write(me, email, token, expires);
    rows.add(me.workspaceId(), id, email, role, token, me.userId(), letter, expires);
    audit.record(me.workspaceId().value(), me.userId(), "invitation.made", id,
        (email == null ? "" : email + " → ") + role);
    return new PendingInvitation(id, email, role, token,
        letter == null ? null : Fate.WAITING, expires);
  }

  @Transactional
  public void withdraw(Member me, UUID id) {
    if (!rows.withdraw(me.workspaceId(), id))
      throw new NoSuchElementException("No such invitation");
    audit.record(me.workspaceId().value(), me.userId(), "invitation.withdrawn", id, "");
  }

  /** What this link invites to; empty once it is spent, withdrawn or too old. */
  public Optional<Invitation> behind(String token) {
    return rows.behind(token);
  }

  /** Someone who has an account joins with it; false if the link no longer holds. */
  public boolean accept(Invitation invitation, UserId person) {
    return scope.within(invitation.workspace().value(), () -> join(invitation, person));
  }

  /** Someone new gets an account and joins. */
  public Welcome accept(Invitation invitation, NewUser person) {
    return scope.within(invitation.workspace().value(), () -> {
      if (users.known(person.email())) return new Welcome.AddressTaken();
      if (!rows.spend(invitation)) return new Welcome.TooLate();
      var user = users.create(person).orElseThrow();
      enter(invitation, user);
      return new Welcome.Joined(user);
    });
  }

  private boolean join(Invitation invitation, UserId person) {
    if (!rows.spend(invitation)) return false;
    enter(invitation, person);
    return true;
  }

  private void enter(Invitation invitation, UserId person) {
    if (!workspaces.join(invitation.workspace(), person, invitation.role())) return;
    audit.record(invitation.workspace().value(), person.value(), "member.joined",
        person.value(), invitation.role().name());
  }

  private @Nullable UUID write(Member me, String email, String token, Instant until) {
    return letters.base()
        .map(base -> letters.send(email, me.workspace().locale(), "identity.mail.invitation",
            HouseAddress.at(base, "invitation", token), until, me.name(), me.tenantName()))
        .orElse(null);
  }

  /** How a newcomer's acceptance ends. */
  public sealed interface Welcome {
    record Joined(UserId user) implements Welcome {}

    /** The address has an account: it joins by signing in. */
    record AddressTaken() implements Welcome {}

    /** The link was spent, withdrawn or expired. */
    record TooLate() implements Welcome {}
  }
}
