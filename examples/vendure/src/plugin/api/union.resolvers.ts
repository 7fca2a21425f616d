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

@Resolver('FindOrderResult')
export class FindOrderResultResolver extends NamedUnionResolver {}

@Resolver('ResendLookupResult')
export class ResendLookupResultResolver extends NamedUnionResolver {}

@Resolver('VerifyLookupResult')
export class VerifyLookupResultResolver extends NamedUnionResolver {}

@Resolver('ContactSupportResult')
export class ContactSupportResultResolver extends NamedUnionResolver {}

@Resolver('SubmitWithdrawalResult')
export class SubmitWithdrawalResultResolver extends NamedUnionResolver {}
