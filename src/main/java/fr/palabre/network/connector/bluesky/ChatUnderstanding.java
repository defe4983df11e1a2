package fr.palabre.network.connector.bluesky;

import static fr.palabre.network.connector.bluesky.BlueskyApi.JSON;

import fr.palabre.network.ConnectedAccount;
import fr.palabre.network.Inbound;
import fr.palabre.network.Inbound.Kind;
import fr.palabre.network.Inbound.Message;
import fr.palabre.network.Inbound.MessageDeleted;
import fr.palabre.network.RemoteAuthor;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.ChatLog;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.ChatMessage;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Conversation;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Profile;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a private message as the network sent it: an entry of its log, or a conversation. */
final class ChatUnderstanding {
  private ChatUnderstanding() {}

  static List<Inbound> of(ConnectedAccount account, String payload) {
    try {
      var json = JSON.readTree(payload);
      if (json.has("members"))
        return conversation(account, JSON.treeToValue(json, Conversation.class));
      var log = JSON.treeToValue(json, ChatLog.class);
      if (log.convoId() == null || log.message() == null)
        throw new IllegalArgumentException("A message without its conversation");
      if (log.type().equals(BlueskyChat.DELETED))
        return List.of(new MessageDeleted(
            new ChatId(log.convoId(), log.message().id()).toString(), log.message().sentAt()));
      return message(account, log.convoId(), log.message(), log.relatedProfiles());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not a private message", e);
    }
  }

  private static List<Inbound> conversation(ConnectedAccount account, Conversation it) {
    return it.lastMessage() == null
        ? List.of() : message(account, it.id(), it.lastMessage(), it.members());
  }

  // What the brand wrote itself, here or in another application, is not a message to it.
  private static List<Inbound> message(
      ConnectedAccount account, String conversation, ChatMessage it,
      @Nullable List<Profile> people) {
    if (it.sender() == null || it.text() == null || it.sender().did().equals(account.remoteId()))
      return List.of();
    return List.of(new Message(
        new ChatId(conversation, it.id()).toString(), Kind.DIRECT,
        author(it.sender().did(), people), it.text(), null, conversation,
        URI.create("https://bsky.app/messages/" + conversation), List.of(), null, it.sentAt()));
  }

  private static RemoteAuthor author(String did, @Nullable List<Profile> people) {
    return (people == null ? List.<Profile>of() : people).stream()
        .filter(it -> it.did().equals(did)).findFirst()
        .map(BlueskyUnderstanding::author)
        .orElse(new RemoteAuthor(did, did, did, null));
  }
}
