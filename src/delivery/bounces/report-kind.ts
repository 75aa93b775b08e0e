import { isMachine } from './addresses.ts'
import type { ReadMessage } from './read-message.ts'
import { plain } from './wordings.ts'

const FAILED_SUBJECT =
  /undeliver|(?:delivery|delivering|mail|message|e-?mail)[^.]{0,40}(?:fail|error|problem|unsuccessful|impossible|returned|not delivered|rejected|failure)|(?:returned|rejected|bounced?) (?:mail|message|e-?mail)|failure (?:notice|notification)|(?:fail|error)\w*[^.]{0,20}(?:deliver|notice)|non-? ?(?:remis|distribu|deliver)|mail system error|could not (?:send|be delivered)|unable to deliver|unknown (?:user|recipient|address)|user unknown|delivery status notification|returned to sender|nondeliverable|not delivered|echec|erreur[^.]{0,30}(?:remise|envoi|message|distribution)|message (?:non|refuse|rejete|bloque)|impossible de (?:remettre|distribuer|delivrer)|retour[^.]{0,20}(?:message|expediteur)|unzustellbar|nicht zugestellt|no (?:se ha )?(?:entregad|pudo)|devuelto|mancata consegna|non recapitat|niet bezorg|zwrot|^mail: |エラー|配信|недостав|не доставлен|退信|未送达|^warning: message|^rejected|spam|blocked/i
/** Subjects that leave no doubt, whoever wrote them. */
const REPORT_SUBJECT =
  /undeliver|deliver[a-z]* (?:status notification|fail|problem|error)|(?:returned|failed|rejected) mail|mail(?: delivery)? fail|failure notice|non-? ?(?:remis|distribu|delivrable|delivery)|mail system error|unzustellbar|returned to sender|echec (?:de|d.)[^.]{0,20}(?:remise|distribution|envoi|livraison)|error during delivery|^message (?:non|refuse|rejete)/
const FAILED_BODY =
  /(?:not|n.t|unable|impossible|failed|cannot|fail)[^.]{0,60}(?:deliver|reach|be sent|send your)|(?:deliver)[^.]{0,40}(?:fail|impossible|error|unsuccessful|not possible|aborted)|undeliver|permanent (?:fatal )?(?:error|failure)|fatal error|giving up|returned to (?:you|the sender|sender)|(?:was|has been|were|been) (?:rejected|returned|refused|bounced|blocked)|did not reach|had (?:delivery )?(?:errors?|problems?)|failure notice|error (?:message|reason)|reason for (?:the )?(?:failure|return)|non (?:remis|distribu|delivr)|n.a pas (?:pu )?(?:etre )?(?:remis|distribu|delivr|parven|transmis|ete (?:remis|distribu|delivr|accept))|n.a pu etre|n.ont pas pu|echec (?:de|d.)|(?:est|a ete) (?:refuse|rejete|retourne|bloque)|impossible (?:de|d.)|nicht (?:zugestellt|zustell)|unzustellbar|no (?:se )?(?:pudo|ha podido|puede)|non (?:e stato|recapit)|user unknown|unknown user|no such user|mailbox full|quota exceeded|does not exist|failed recipients?|not a valid (?:user|address|recipient|mailbox)|action not taken|mailbox unavailable/
/** A reply of SMTP quoted in a text (RFC 5321, 4.2), permanent. */
const PERMANENT_REPLY = /\b5[0-5]\d[ -]{1,3}#?(?:5\.\d{1,3}\.\d{1,3}\b|[a-z<"[(])/
const DELAYED =
  /(?:delivery|message|mail|e-?mail)[^.]{0,60}(?:is |has been |was |been )?(?:temporarily )?delayed|delayed (?:mail|delivery|message)|delivery (?:delayed|is delayed|incomplete)|warning message only|(?:will|we.ll|shall) (?:be )?(?:continue|retr|keep|try)|attempts will continue|continue (?:to try|trying)|still (?:being retried|trying|queued|attempting)|(?:not|n.t) (?:yet )?been (?:delivered|sent) (?:yet|after)|no (?:further )?action is required|(?:don.t|not) need to (?:resend|re-send|retransmit|do anything)|will be retried|(?:could not|unable to)[^.]{0,40}(?:for|in) (?:the )?(?:past|last) [\d.]+ (?:hours?|min)|retarde|remise differee|en attente[^.]{0,30}(?:remise|distribution)|nouvelles? tentatives?|continue(?:ra|rons) (?:d.|a )|verzoger|retraso|demorad|ritardo/
const FINAL =
  /giv(?:ing|en) up|permanent|will not (?:be )?(?:retried|retry|try)|no (?:longer|further) (?:be )?(?:retr|attempt|try)|(?:was|has been) returned|could not be delivered (?:to one|after)|failed (?:permanently|to deliver)|have failed|delivery (?:has )?failed|undeliverable|abandon|not going to try|final notice|fatal error|\b5\d\d[ -]5\.\d/
const DELIVERED =
  /success(?:ful)?(?:ly)? (?:mail )?deliver|delivery to these[^.]{0,40}complete|remise[^.]{0,60}a ete (?:effectuee|terminee|reussie)|deliver(?:y|ed)[^.]{0,30}success|(?:was|has been|were|been) (?:successfully )?(?:delivered|relayed|received by)|mail delivery (?:successful|succeeded)|(?:message|mail) (?:received|accepted)|a (?:bien )?ete (?:remis|distribue|delivre|recu)|confirmation de (?:remise|reception|distribution)|delivery (?:receipt|report|confirmation)|accuse de (?:remise|distribution)/
const AWAY_SUBJECT =
  /out of (?:the )?office|auto(?:matic|mated)?[- ]?(?:repl|respon|answer)|autorespon|vacation|away from|on (?:leave|holiday|vacation)|reponse automatique|absen(?:ce|t)|conges?|message d.absence|hors du bureau|abwesen|automatische antwort|fuera de (?:la )?oficina|respuesta automatica|risposta automatica|fuori (?:sede|ufficio)|afwezig|automatisch antwoord|自動|自动|nieobecn|franvaro|ledig/
const AWAY_BODY =
  /out of (?:the )?office|(?:on|am on|currently on) (?:annual |maternity |parental )?(?:leave|vacation|holiday)|(?:am|be) (?:away|back|returning)|i will (?:be|reply|respond)|(?:absent|absente) (?:du|jusqu|pour|depuis)|de retour le|en conge|(?:je|nous) (?:suis|serai|serons) (?:absent|de retour|actuellement)|auto-?(?:matic )?(?:reply|response)|reponse automatique|bin (?:ich )?(?:bis|vom|ab|nicht im)|estare|ausente|this is an automatic/
/** Words of an auto-reply that say nobody reads the mailbox any more: not an absence but a dead address. */
const ABANDONED =
  /(?:address|mailbox|account|e-?mail)[^.]{0,60}(?:no longer (?:valid|active|exists?|in use|used|monitored|available)|not (?:valid|in use|monitored)|(?:has been |is )?(?:closed|disabled|deactivated|discontinued))|(?:adresse|boite|messagerie|compte)[^.]{0,60}(?:n.est plus|n.existe plus|desactivee?|fermee?|supprimee?)/
/** Words that even an automatic answer uses of a message that did not arrive, and of nothing else. */
const UNDELIVERED =
  /undeliver|not (?:been |be )?delivered|user unknown|unknown (?:user|recipient)|no such (?:user|recipient|mailbox)|not a valid (?:user|address|recipient|mailbox)|does not exist|n.existe (?:pas|plus)|(?:pas|non) (?:pu )?(?:etre |ete )?(?:remis|distribue|delivre)|n.a pu etre (?:remis|distribue|delivre)/
const CHALLENGE =
  /spamarrest|spam arrest|boxbe|challenge[- ]response|confirm (?:that you|your (?:message|e-?mail|address))|(?:verify|verification)[^.]{0,40}(?:sender|human|your (?:e-?mail|message))|click[^.]{0,60}(?:deliver|approve|verify|confirm)[^.]{0,40}(?:message|e-?mail|sender)|tmda|mailinblack|(?:address|sender)[^.]{0,20}(?:added|add)[^.]{0,20}(?:to )?(?:the )?(?:recipient.s )?(?:allowed|approved|white)|pre-approved|authentifi(?:er|cation)[^.]{0,60}(?:expediteur|message)|waiting[^.]{0,40}(?:approv|list)/

/** A report that asks the sender to prove something before it delivers. */
export function asksSender(message: ReadMessage, diagnostic: string): boolean {
  return CHALLENGE.test(plain(`${diagnostic} ${message.text}`, 12_000))
}

const DAEMON_NAME =
  /mail(?:er)?[- ]?(?:delivery|daemon|administrator|system)|delivery (?:sub)?system|system administrator|administrateur syst|mail system|microsoft (?:outlook|exchange)|mail delivery|postmaster|internet mail delivery|message router/i

const DAEMON =
  /^"?(?:mailer-?daemon|mail-?daemon|mdaemon|post[-_.]?master|postmaster-\w+|double-bounce|microsoftexchange[0-9a-f]{8,})"?(?:[+=][^@]*)?@/i

/** Sent by a mail system rather than by a person. */
export function fromMailSystem(message: ReadMessage): boolean {
  const from = message.headers.get('from')?.[0] ?? ''
  const path = message.headers.get('return-path')?.[0]?.trim()
  return (
    DAEMON.test(senderOf(message)) ||
    DAEMON_NAME.test(from) ||
    /<\s*>\s*$/.test(from) ||
    message.headers.has('x-failed-recipients') ||
    /^<?(?:mailer-daemon|postmaster)/i.test(path ?? '') ||
    /^\s*(?:mailer-daemon|postmaster)/i.test(from.replace(/[<"]/g, ''))
  )
}

/** The words of a message say that it was refused or not delivered. */
export function saysFailure(message: ReadMessage): boolean {
  return FAILED_BODY.test(plain(message.text, 12_000)) || FAILED_SUBJECT.test(plain(message.subject, 500))
}

function senderOf(message: ReadMessage): string {
  return /[^\s<>"@]{1,320}@[^\s<>"]{0,320}/.exec(message.headers.get('from')?.[0] ?? '')?.[0] ?? ''
}

export type TextKind =
  | 'failure'
  | 'abandoned'
  | 'delayed'
  | 'delivered'
  | 'vacation'
  | 'challenge'
  | 'not_a_report'

/**
 * What a message in plain words is. Anything that looks like a report and says neither delay, nor delivery, nor absence
 * counts as a failure: one read as something else would leave a person untold.
 */
export function textKind(message: ReadMessage): TextKind {
  const subject = plain(message.subject, 500)
  const body = plain(message.text, 12_000)
  const system = fromMailSystem(message)
  const refused = PERMANENT_REPLY.test(body)
  const failed = FAILED_BODY.test(body)
  if (message.headers.has('x-failed-recipients')) return isDelay(subject, body) ? 'delayed' : 'failure'
  const reports = REPORT_SUBJECT.test(subject) && !/^(?:re|tr|fwd?|rv|aw):/.test(subject)
  if (system || isReport(message) || reports) return systemKind(subject, body)
  if (isMachine(senderOf(message)) && (refused || (failed && /deliver|delivr|remis|distribu/.test(body))))
    return systemKind(subject, body)
  if (isAutomatic(message, subject, body)) {
    const replied = /^\s*auto-replied/i.test(message.headers.get('auto-submitted')?.[0] ?? '')
    return automaticKind(subject, body, refused && failed, replied)
  }
  if (CHALLENGE.test(body) && !refused && !FAILED_SUBJECT.test(subject)) return 'challenge'
  if (FAILED_SUBJECT.test(subject) && (failed || refused))
    return isDelay(subject, body) ? 'delayed' : 'failure'
  const nullPath = message.headers.get('return-path')?.some((path) => /^<\s*>$/.test(path.trim()))
  if (nullPath && (FAILED_SUBJECT.test(subject) || failed || refused))
    return isDelay(subject, body) ? 'delayed' : 'failure'
  return refused && failed ? 'failure' : 'not_a_report'
}

function systemKind(subject: string, body: string): TextKind {
  const failed = FAILED_BODY.test(body) || PERMANENT_REPLY.test(body)
  if (isDelay(subject, body)) return 'delayed'
  if (AWAY_SUBJECT.test(subject) && !failed) return 'vacation'
  if ((DELIVERED.test(subject) || DELIVERED.test(body)) && !failed && !/undeliver|fail|echec/.test(subject))
    return 'delivered'
  if (CHALLENGE.test(body) && !failed) return 'challenge'
  return 'failure'
}

function isReport(message: ReadMessage): boolean {
  return /multipart\/report/i.test(message.headers.get('content-type')?.[0] ?? '')
}

function isDelay(subject: string, body: string): boolean {
  const saysSo = DELAYED.test(body) || /delay|warning|retard|differ|still being retried/.test(subject)
  return (
    saysSo &&
    (DELAYED.test(body) || DELAYED.test(subject)) &&
    !FINAL.test(body) &&
    !/undeliver|fail|returned|echec/.test(subject)
  )
}

/** RFC 3834 and the older headers of automatic answers. */
function isAutomatic(message: ReadMessage, subject: string, body: string): boolean {
  const header = (name: string) => message.headers.get(name)?.[0] ?? ''
  return (
    /^auto-(?:replied|generated|notified)/i.test(header('auto-submitted').trim()) ||
    /auto_?reply|bulk|junk/i.test(header('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply-from', 'x-mail-autoreply'].some((name) =>
      message.headers.has(name),
    ) ||
    /all|oof|autoreply|dr/i.test(header('x-auto-response-suppress')) ||
    AWAY_SUBJECT.test(subject) ||
    (AWAY_BODY.test(body) && /^re:|^auto/.test(subject))
  )
}

function automaticKind(subject: string, body: string, failure: boolean, replied: boolean): TextKind {
  if (CHALLENGE.test(body) && !failure) return 'challenge'
  if (isDelay(subject, body)) return 'delayed'
  if (failure || (FAILED_SUBJECT.test(subject) && !AWAY_SUBJECT.test(subject))) return 'failure'
  if (UNDELIVERED.test(body) && !AWAY_SUBJECT.test(subject) && !ABANDONED.test(body)) return 'failure'
  if (ABANDONED.test(body) && !AWAY_SUBJECT.test(subject)) return 'abandoned'
  if (replied) return 'vacation'
  return AWAY_SUBJECT.test(subject) || AWAY_BODY.test(body) || /^re:|^auto/.test(subject)
    ? 'vacation'
    : 'not_a_report'
}
