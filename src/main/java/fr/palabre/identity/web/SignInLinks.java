package fr.palabre.identity.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.UserId;
import fr.palabre.identity.entry.PasswordResets;
import fr.palabre.identity.team.Team;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Sign-in links that an administrator hands over, to people of their own brands only. */
@Component
class SignInLinks {
  private final Team team;
  private final PasswordResets resets;

  SignInLinks(Team team, PasswordResets resets) {
    this.team = team;
    this.resets = resets;
  }

  @Transactional
  URI make(Member me, UserId user, URI base) {
    // Whoever holds the link enters all the person's brands, not this one only.
    if (!team.mayMendSignIn(me, user)) throw new ResponseStatusException(HttpStatus.CONFLICT);
    return resets.link(user, me.user(), base);
  }
}
