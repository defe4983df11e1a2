package fr.palabre.identity.web;

import fr.palabre.identity.NewUser;
import fr.palabre.identity.User;
import fr.palabre.platform.web.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person's name and the language Palabre speaks to them. */
public record AccountForm(
    @NotBlank(message = "identity.fault.name")
    @Size(max = NewUser.NAME_LENGTH, message = "identity.fault.long") String name,
    String language) {

  public AccountForm {
    name = OneLine.of(name);
    language = "en".equals(language) ? "en" : "fr";
  }

  static AccountForm of(User me) {
    return new AccountForm(me.name(), me.locale().getLanguage());
  }
}
