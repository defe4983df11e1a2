package fr.palabre.identity;

import fr.palabre.platform.secrets.Secret;
import java.util.Locale;

/** A person about to get an account. */
public record NewUser(String email, String name, Secret password, Locale locale) {
  public static final int NAME_LENGTH = 80;
  public static final int EMAIL_LENGTH = 254;

  public NewUser {
    if (name.isBlank() || name.length() > NAME_LENGTH)
      throw new IllegalArgumentException("A person's name has 1 to 80 characters");
    if (email.isBlank() || email.length() > EMAIL_LENGTH)
      throw new IllegalArgumentException("An e-mail address has 1 to 254 characters");
  }
}
