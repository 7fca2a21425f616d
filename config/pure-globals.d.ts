// The one name of the platform that pure code may mention, as a type only: the port hands a signal through.
interface AbortSignal {
  readonly aborted: boolean;
}
