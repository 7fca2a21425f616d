import { ResolveField, Resolver } from '@nestjs/graphql';

interface Named {
  readonly __typename: string;
}

/** Every member of our unions carries its own name. */
abstract class NamedUnionResolver {
  @ResolveField()
  __resolveType(value: Named): string {
    return value.__typename;
  }
}

@Resolver('RequestCancellationResult')
export class RequestCancellationResultResolver extends NamedUnionResolver {}

@Resolver('RetractCancellationResult')
export class RetractCancellationResultResolver extends NamedUnionResolver {}

@Resolver('CancellationQuoteResult')
export class CancellationQuoteResultResolver extends NamedUnionResolver {}
