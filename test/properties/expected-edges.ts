const dialog = `
closed · open → preparing
closed · open → following
following · dismiss → closed
preparing · dismiss → closed
reviewing · dismiss → closed
checking · dismiss → closed
blocked · dismiss → closed
following · scope-changed → closed
preparing · scope-changed → closed
reviewing · scope-changed → closed
preparing · entry → following
preparing · prepared → blocked
preparing · prepared → reviewing
preparing · prepare-failed → preparing (failure)
preparing (failure) · retry-prepare → preparing
reviewing · read → blocked
reviewing · read → reviewing (order-changed)
reviewing · entry → following
reviewing · confirm → checking
reviewing · confirm → reviewing (offline)
reviewing · confirm → reviewing (signed-out)
reviewing (order-changed) · confirm → checking
reviewing (stopped) · confirm → checking
checking · read → blocked
checking · read → reviewing (order-changed)
checking · checked no → reviewing (stopped)
checking · entry → following
checking · lock-busy → following
checking · outdated → reviewing (order-changed)
checking · begin → following
blocked · begin → following
blocked · entry → following
`;

const operation = `
none · begin → sending
received · begin → sending
received (order) · begin → sending
refused · begin → sending
none · entry → unconfirmed
none · entry → awaiting-confirmation
none · entry → not-received
none · entry → received
received · entry → unconfirmed
received (order) · entry → unconfirmed
refused · entry → unconfirmed
not-received · entry → unconfirmed
sending · answered → received
sending · answered → received (order)
sending · answered → awaiting-confirmation
sending · answered → unconfirmed (likely)
sending · failed definite → refused
sending · failed definite → unconfirmed
sending · failed indefinite → unconfirmed
sending · timed-out → unconfirmed
sending · read → received
sending · entry → received
sending · scope-changed → none
unconfirmed · settle-started → settling
unconfirmed (likely) · settle-started → settling
unconfirmed (cannot check) · settle-started → settling
unconfirmed · answered → received
unconfirmed · answered → awaiting-confirmation
unconfirmed · failed definite → refused
unconfirmed · read → received
unconfirmed · entry → received
unconfirmed · entry → received (order)
unconfirmed · entry → awaiting-confirmation
unconfirmed · entry → not-received
unconfirmed · entry → refused
unconfirmed · scope-changed → none
unconfirmed · expired → none
unconfirmed (cannot check) · expired → none
settling · read → received
settling · read → received (order)
settling · read → awaiting-confirmation
settling · read → unconfirmed
settling · read → unconfirmed (likely)
settling · read → unconfirmed (cannot check)
settling · read → not-received
settling · settle-failed → unconfirmed
settling · settle-failed → unconfirmed (cannot check)
not-received · resent → sending
not-received · read → received
not-received · read → received (order)
not-received · read → awaiting-confirmation
not-received · put-away → none
received (order) · answered → received
received (order) · put-away → none
received · put-away → none
received · scope-changed → none
refused · put-away → none
refused · read → received
awaiting-confirmation · begin → confirm sending
awaiting-confirmation · begin → retract sending
awaiting-confirmation · read → received
awaiting-confirmation · entry → received
awaiting-confirmation · scope-changed → none
awaiting-confirmation (failure) · begin → confirm sending
confirm sending · answered → received
confirm sending · failed definite → awaiting-confirmation (failure)
confirm sending · failed definite → confirm refused
confirm sending · failed indefinite → confirm unconfirmed
confirm sending · timed-out → confirm unconfirmed
confirm sending · read → received
confirm unconfirmed · settle-started → confirm settling
confirm settling · read → confirm unconfirmed
confirm settling · read → received
confirm settling · read → refused
confirm settling · read → awaiting-confirmation (not received)
confirm settling · settle-failed → confirm unconfirmed
received · begin → retract sending
retract sending · answered → retract received
retract sending · failed definite → retract refused
retract sending · failed definite → awaiting-confirmation (failure)
retract sending · failed indefinite → retract unconfirmed
retract sending · timed-out → retract unconfirmed
retract sending · read → retract refused
retract unconfirmed · settle-started → retract settling
retract settling · read → retract unconfirmed
retract settling · read → retract received
retract settling · read → retract refused
retract settling · read → retract not-received
retract settling · settle-failed → retract unconfirmed
retract not-received · read → retract received
retract not-received · read → retract refused
`;

/** The rows of the specification's two tables, as the run counts them. */
export const expectedEdges: readonly string[] = [
  ...rows(dialog).map((row) => `dialog: ${row}`),
  ...rows(operation).map((row) => `operation: ${row}`),
];

function rows(table: string): readonly string[] {
  return table.split('\n').filter((row) => row !== '');
}
