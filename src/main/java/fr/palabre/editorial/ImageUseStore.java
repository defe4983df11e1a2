package fr.palabre.editorial;

import static fr.palabre.platform.db.Sql.uuid;

import fr.palabre.identity.WorkspaceId;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaUses;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which images contents show. A deleted content no longer shows any. */
@Component
class ImageUseStore implements MediaUses {
  private final JdbcClient jdbc;

  ImageUseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void sync(WorkspaceId workspace, ContentId content, Collection<AssetId> shown) {
    var ids = shown.stream().map(AssetId::value).toArray(UUID[]::new);
    jdbc.sql("""
            delete from editorial_image
             where workspace_id = :workspace and content_id = :content
               and not (asset_id = any(:ids))
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .param("ids", ids)
        .update();
    jdbc.sql("""
            insert into editorial_image (workspace_id, content_id, asset_id)
            select :workspace, :content, unnest(:ids::uuid[])
            on conflict do nothing
            """)
        .param("workspace", workspace.value())
        .param("content", content.value())
        .param("ids", ids)
        .update();
  }

  @Override
  public List<MediaUse> uses(WorkspaceId workspace, AssetId asset) {
    return jdbc.sql("""
            select c.id, c.name
              from editorial_image i
              join editorial_content c on c.workspace_id = i.workspace_id and c.id = i.content_id
             where i.workspace_id = :workspace and i.asset_id = :asset and c.deleted_at is null
             order by c.updated_at desc
             limit 20
            """)
        .param("workspace", workspace.value())
        .param("asset", asset.value())
        .query((row, _) ->
            new MediaUse(row.getString("name"), "contenus/" + uuid(row, "id")))
        .list();
  }
}
