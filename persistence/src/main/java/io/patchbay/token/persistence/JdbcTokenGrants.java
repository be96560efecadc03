package io.patchbay.token.persistence;

import io.patchbay.credential.CredentialsId;
import io.patchbay.persistence.Database;
import io.patchbay.shared.CompanyId;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.TokenGrants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcTokenGrants implements TokenGrants {

    private final JdbcClient jdbc;

    JdbcTokenGrants(Database database) {
        this.jdbc = database.jdbc();
    }

    @Override
    public Optional<TokenGrant> find(CompanyId company, CredentialsId credentials) {
        return jdbc.sql("select " + TokenGrantRow.COLUMNS
                        + " from token_grant it where it.company_id = ? and it.credentials_id = ?")
                .params(company.value(), credentials.value())
                .query(TokenGrantRow::read)
                .optional();
    }

    @Override
    public TokenGrant begin(CompanyId company, CredentialsId credentials) {
        jdbc.sql("""
                insert into token_grant (company_id, credentials_id, version, scopes, attempts) values (?, ?, 0, '{}', 0)
                on conflict do nothing
                """).params(company.value(), credentials.value()).update();
        return find(company, credentials).orElseThrow();
    }

    @Override
    public boolean keep(TokenGrant grant, TokenGrant.Kept tokens) {
        var columns = TokenGrantRow.columns(tokens);
        var assignments = columns.keySet().stream().map(it -> it + " = ?").collect(Collectors.joining(", "));
        var parameters = new ArrayList<@Nullable Object>(columns.values());
        parameters.addAll(List.of(grant.companyId().value(), grant.credentials().value(), grant.version()));
        return jdbc.sql("update token_grant set " + assignments + """
                , version = version + 1, used_at = now(),
                    lease_owner = null, lease_until = null, sent_at = null, claimed_until = null,
                    trouble = null, attempts = 0, retry_at = null
                where company_id = ? and credentials_id = ? and version = ?
                """)
                        .params(parameters)
                        .update()
                == 1;
    }

    @Override
    public void remove(CompanyId company, CredentialsId credentials) {
        jdbc.sql("delete from token_grant where company_id = ? and credentials_id = ?")
                .params(company.value(), credentials.value())
                .update();
    }
}
