package fr.palabre.network.connector.bluesky;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes over the wire, as far as we use it. Names are the network's. */
final class BlueskyPayloads {
  private BlueskyPayloads() {}

  // ---- sessions and people

  record Problem(@Nullable String error, @Nullable String message) {}

  record SignIn(String identifier, String password) {}

  record Session(
      String accessJwt,
      String refreshJwt,
      String did,
      String handle,
      @Nullable DidDocument didDoc,
      @Nullable Boolean active) {}

  record DidDocument(@Nullable List<DidService> service) {}

  record DidService(String id, JsonNode serviceEndpoint) {}

  record ResolvedHandle(String did) {}

  record Profile(
      String did,
      String handle,
      @Nullable String displayName,
      @Nullable String avatar,
      @Nullable Long followersCount,
      @Nullable Long followsCount,
      @Nullable Long postsCount) {}

  // ---- records

  record Ref(String uri, String cid) {}

  record Uploaded(JsonNode blob) {}

  record Write(String repo, String collection, String rkey, Object record) {}

  record Removal(String repo, String collection, String rkey) {}

  record Stored(String uri, String cid, PostRecord value) {}

  record Post(
      @JsonProperty("$type") String type,
      String text,
      Instant createdAt,
      @Nullable List<String> langs,
      @Nullable List<Facet> facets,
      @Nullable Reply reply,
      @Nullable Embed embed) {}

  record Reply(Ref root, Ref parent) {}

  record Facet(Span index, List<Feature> features) {}

  record Span(int byteStart, int byteEnd) {}

  record Feature(
      @JsonProperty("$type") String type,
      @Nullable String uri,
      @Nullable String did,
      @Nullable String tag) {}

  record Embed(
      @JsonProperty("$type") String type,
      @Nullable List<Image> images,
      @Nullable External external) {}

  record Image(JsonNode image, String alt, AspectRatio aspectRatio) {}

  record AspectRatio(int width, int height) {}

  record External(String uri, String title, String description) {}

  record Like(@JsonProperty("$type") String type, Ref subject, Instant createdAt) {}

  // ---- what happened

  record Notifications(List<JsonNode> notifications, @Nullable String cursor) {}

  record Notification(
      String uri,
      Profile author,
      String reason,
      @Nullable String reasonSubject,
      JsonNode record,
      Instant indexedAt) {}

  /** A post as its author wrote it; a record of another kind leaves it all empty. */
  record PostRecord(
      @Nullable String text,
      @Nullable Reply reply,
      @Nullable List<String> langs,
      @Nullable JsonNode embed) {}

  record Subject(@Nullable Ref subject) {}

  record Posts(List<PostView> posts) {}

  record PostView(
      String uri,
      @Nullable PostRecord record,
      @Nullable Long likeCount,
      @Nullable Long replyCount,
      @Nullable Long repostCount,
      @Nullable Long quoteCount,
      @Nullable Long bookmarkCount,
      @Nullable Viewer viewer) {}

  record Viewer(@Nullable String like) {}

  // ---- private messages

  record Conversations(List<JsonNode> convos) {}

  record Conversation(
      String id,
      String rev,
      List<Profile> members,
      @Nullable ChatMessage lastMessage,
      int unreadCount) {}

  record ChatLogs(List<JsonNode> logs, @Nullable String cursor) {}

  record ChatLog(
      @JsonProperty("$type") String type,
      @Nullable String rev,
      @Nullable String convoId,
      @Nullable ChatMessage message,
      @Nullable List<Profile> relatedProfiles) {}

  record ChatMessage(String id, @Nullable String text, @Nullable Sender sender, Instant sentAt) {}

  record Sender(String did) {}

  record ChatMessages(List<ChatMessage> messages) {}

  record ChatSend(String convoId, ChatText message) {}

  record ChatText(String text, @Nullable List<Facet> facets) {}

  record ChatReaction(String convoId, String messageId, String value) {}
}
